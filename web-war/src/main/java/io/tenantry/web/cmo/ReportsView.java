package io.tenantry.web.cmo;

import java.util.List;
import java.util.UUID;

/**
 * What has become of reports.
 *
 * @param duplicates how many had an id that was known for the seal
 * @param alertas that were raised
 */
public record ReportsView(int accepted, int duplicates, List<RejectedView> rejected, List<UUID> alertas) {

    /**
     * A report that was not taken.
     *
     * @param id {@code null} if it has none that can be told
     * @param index its place in the request
     * @param pointer to what is wrong in it
     */
    public record RejectedView(String id, int index, String pointer, String detail) {}
}
