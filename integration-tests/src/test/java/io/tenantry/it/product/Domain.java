package io.tenantry.it.product;

import java.util.Map;

/** The CMO's resources: where they are and what a valid one looks like. */
public final class Domain {

    public static final String PRECINTOS = "/api/precintos";
    public static final String TRANSITOS = "/api/transitos";
    public static final String ALERTAS = "/api/alertas";

    private Domain() {}

    public static Map<String, Object> precinto() {
        return precinto("P-" + Tenants.unique());
    }

    public static Map<String, Object> precinto(String code) {
        return Json.object("code", code);
    }

    public static Map<String, Object> transito(String precintoId) {
        return Json.object(
                "code", "T-" + Tenants.unique(),
                "precintoId", precintoId,
                "origin", "Buenos Aires",
                "destination", "Mendoza",
                "vehiclePlate", "AB123CD");
    }

    public static Map<String, Object> alerta(String precintoId) {
        return Json.object(
                "precintoId", precintoId, "type", "tamper", "severity", "high", "message", "The seal was opened");
    }

    public static String createPrecinto(Api api) {
        return api.post(PRECINTOS, precinto()).expect(201).id();
    }

    public static String createTransito(Api api, String precintoId) {
        return api.post(TRANSITOS, transito(precintoId)).expect(201).id();
    }

    public static String createAlerta(Api api, String precintoId) {
        return api.post(ALERTAS, alerta(precintoId)).expect(201).id();
    }
}
