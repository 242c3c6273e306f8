package io.tenantry.web.event;

import io.tenantry.tenant.event.PublishedEvent;
import java.nio.charset.StandardCharsets;

/** Events as a stream writes them (HTML Living Standard, 9.2, server-sent events). */
final class EventText {

    /** A comment: it keeps proxies from ending what is silent, and tells us of clients that are gone. */
    static final byte[] ALIVE = bytes(":\n\n");

    private static final int RETRY_MILLIS = 3000;

    private EventText() {}

    /** Clients that come back name the last id they saw, also if it came without an event. */
    static byte[] beginning(long number) {
        return bytes(": Tenantry\nretry: " + RETRY_MILLIS + "\nid: " + number + "\n\n");
    }

    /** What the client knows is too old to be completed: it begins anew. */
    static byte[] reset() {
        return bytes("event: reset\ndata: {}\n\n");
    }

    static byte[] of(PublishedEvent event) {
        return bytes("id: " + event.number() + "\nevent: " + event.type() + "\ndata: " + event.json() + "\n\n");
    }

    /** @param json in one line */
    static byte[] usage(String json) {
        return bytes("event: " + Interest.USAGE + "\ndata: " + json + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
