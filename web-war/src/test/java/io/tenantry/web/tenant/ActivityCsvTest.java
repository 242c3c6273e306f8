package io.tenantry.web.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.page.Page;
import io.tenantry.tenant.activity.ActivityEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log as CSV: a spreadsheet reads the values, and runs none of them. */
class ActivityCsvTest {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    void valuesWithQuotesCommasAndLinesAreQuoted() throws IOException {
        assertThat(csv(entry("a,\"b\"\nc", "{\"x\":\"y\"}"))).isEqualTo("""
                        id,at,actor,actorId,actorKind,actingAs,action,entity,entityId,before,after,requestId\r
                        %s,2026-01-01T00:00:00Z,"a,""b""
                        c",,user,,thing.changed,thing,,,"{""x"":""y""}",\r
                        """.formatted(ID));
    }

    @Test
    void everyColumnIsHarmless() throws IOException {
        String line = csv(new ActivityEntry(ID, Instant.EPOCH, ID, "=a", "=b", "=c", "=d", "=e", ID, "=f", "=g", "=h"))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(line)
                .contains("'=a", "'=b", "'=c", "'=d", "'=e", "'=f", "'=g", "'=h")
                .doesNotContain(",=");
    }

    private static ActivityEntry entry(String actor, String after) {
        return new ActivityEntry(
                ID,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                actor,
                "user",
                null,
                "thing.changed",
                "thing",
                null,
                null,
                after,
                null);
    }

    private static String csv(ActivityEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ActivityCsv.ENTRIES.write(bytes, new Page<>(List.of(entry), null), more -> null);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
