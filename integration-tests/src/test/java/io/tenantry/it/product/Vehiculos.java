package io.tenantry.it.product;

import static io.tenantry.it.product.Plans.overridesOf;

import java.util.Map;

/** The vehicles of {@code docs/extending.md}. */
public final class Vehiculos {

    public static final String VEHICULOS = "/api/vehiculos";

    private Vehiculos() {}

    /** A body; further members may be put into it. */
    public static Map<String, Object> vehiculo(String plate) {
        return Json.object("plate", plate, "name", "Lorry " + plate, "mileageKm", 12500);
    }

    public static Answer create(Api api) {
        return api.post(VEHICULOS, vehiculo("V-" + Tenants.unique())).expect(201);
    }

    public static String at(Answer vehiculo) {
        return VEHICULOS + "/" + vehiculo.id();
    }

    public static void limit(Api platform, String tenantId, String resource, int most) {
        platform.put(
                        overridesOf(tenantId) + "/limits/" + resource,
                        Json.object("included", most, "hardLimit", most, "reason", "For a test"))
                .expect(200);
    }

    public static void openInspections(Api platform, String tenantId) {
        platform.put(
                        overridesOf(tenantId) + "/features/inspections",
                        Json.object("enabled", true, "reason", "For a test"))
                .expect(200);
    }
}
