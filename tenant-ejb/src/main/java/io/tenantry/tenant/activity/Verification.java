package io.tenantry.tenant.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * What a check of the activity log found.
 *
 * @param entries all there are
 * @param sealedEntries those that a seal covers; a change of them does not go unseen
 * @param sealedUntil time of the newest of these; {@code null} if there is none
 * @param firstProblem {@code null} if there is none
 */
public record Verification(
        boolean intact, long entries, long sealedEntries, Instant sealedUntil, Problem firstProblem) {

    /**
     * What is not as it was sealed.
     *
     * @param id the entry; {@code null} for a seal
     * @param at time of the entry, or when the seal was made as far as known
     */
    public record Problem(Kind kind, UUID id, Instant at) {}

    /** In what way. */
    public enum Kind {
        EDITED("edited"),
        REMOVED("removed"),
        INSERTED("inserted"),
        REORDERED("reordered"),
        SEAL_EDITED("sealEdited"),
        SEAL_REMOVED("sealRemoved");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As the API writes it. */
        public String code() {
            return code;
        }
    }
}
