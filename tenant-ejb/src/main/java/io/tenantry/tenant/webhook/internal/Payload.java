package io.tenantry.tenant.webhook.internal;

import static io.tenantry.platform.json.Jsonp.JSON;

import io.tenantry.platform.json.Jsonp;
import io.tenantry.tenant.webhook.internal.sql.TakenDelivery.Event;
import jakarta.json.JsonObjectBuilder;

/** What receivers are sent: the same text in every attempt. */
public final class Payload {

    private Payload() {}

    /** A JSON object. */
    public static String of(Event event) {
        JsonObjectBuilder payload = JSON.createObjectBuilder()
                .add("type", event.type())
                .add("timestamp", event.at().toString())
                .add("number", event.number())
                .add("data", Jsonp.read(event.data()));
        event.previous().ifPresent(previous -> payload.add("previous", Jsonp.read(previous)));
        return payload.build().toString();
    }
}
