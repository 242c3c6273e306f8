package io.tenantry.web.tenant;

import io.tenantry.tenant.activity.ActivityEntry;
import io.tenantry.web.http.CsvList;
import io.tenantry.web.http.CsvText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes entries of the activity log as CSV (RFC 4180), which a spreadsheet may open without harm. */
final class ActivityCsv {

    static final CsvList<ActivityEntry> ENTRIES = new CsvList<>(
            "activity.csv",
            List.of(
                    "id",
                    "at",
                    "actor",
                    "actorId",
                    "actorKind",
                    "actingAs",
                    "action",
                    "entity",
                    "entityId",
                    "before",
                    "after",
                    "requestId"),
            ActivityCsv::cells);

    private ActivityCsv() {}

    private static String[] cells(ActivityEntry entry) {
        return Stream.of(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.actorId(),
                        entry.actorKind(),
                        entry.actingAs(),
                        entry.action(),
                        entry.entity(),
                        entry.entityId(),
                        entry.before(),
                        entry.after(),
                        entry.requestId())
                .map(value -> CsvText.harmless(Objects.toString(value, "")))
                .toArray(String[]::new);
    }
}
