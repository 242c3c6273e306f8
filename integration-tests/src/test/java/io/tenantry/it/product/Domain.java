package io.tenantry.it.product;

import java.time.Instant;
import java.util.List;
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

    /** What a seal reports; {@code more} are further members. */
    public static Map<String, Object> report(String id, String type, Instant at, Object... more) {
        Map<String, Object> report = Json.object(more);
        report.putAll(Json.object("id", id, "type", type, "at", at.toString()));
        return report;
    }

    public static Answer report(Api api, String precintoId, List<?> reports) {
        return api.post(PRECINTOS + "/" + precintoId + "/events", Json.object("events", reports))
                .expect(200);
    }

    /** The product's time, by something it has just made. */
    public static Instant now(Api api) {
        return Instant.parse(api.post(PRECINTOS, precinto()).expect(201).text("createdAt"));
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
