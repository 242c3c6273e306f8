package io.tenantry.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/** Makes and reads identifiers: UUID version 7 (RFC 9562), so they sort by the time they were made. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Reads the canonical 36-character form only; {@link UUID#fromString} also takes others. */
    public static Optional<UUID> parse(String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
