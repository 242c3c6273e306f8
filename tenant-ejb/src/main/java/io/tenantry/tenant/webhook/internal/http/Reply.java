package io.tenantry.tenant.webhook.internal.http;

import java.util.Map;
import java.util.Optional;

/**
 * What came of a call.
 *
 * @param status empty if there was no answer
 * @param headers by lower-case name
 * @param body its beginning
 * @param error what kept it from being answered in full, in a word
 */
public record Reply(Optional<Integer> status, Map<String, String> headers, String body, Optional<String> error) {

    public static Reply failed(String error) {
        return new Reply(Optional.empty(), Map.of(), "", Optional.of(error));
    }

    /** Whether the receiver has taken what it was sent. */
    public boolean isSuccess() {
        return error().isEmpty() && status().filter(code -> code / 100 == 2).isPresent();
    }

    /** Why it is none, in a word. */
    public String failure() {
        return error().orElseGet(() -> "status-" + status().orElseThrow());
    }
}
