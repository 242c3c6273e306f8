package io.tenantry.tenant.usage;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.usage.internal.CallCounts;
import io.tenantry.tenant.usage.internal.sql.EventStatements;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What counting an API call costs a request, and how many events are taken in a second, in batches of 10,000 that are
 * checked for doubles and summed by day, against COPY of the same rows, which does neither. Prints; asserts nothing.
 *
 * <p>{@code mvn test -pl tenant-ejb -am -Pbenchmark -DskipTests}
 */
final class MeteringBenchmark {

    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final int CALLS = 20_000_000;
    private static final int BATCH = 10_000;
    private static final int BATCHES = 20;

    private MeteringBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        calls();
        UsageFixture fixture = new UsageFixture();
        try {
            events(fixture, 3);
            print("events by batches", BATCHES * BATCH, events(fixture, BATCHES));
            print("events by COPY", BATCHES * BATCH, copy(fixture));
        } finally {
            fixture.close();
        }
    }

    private static void calls() {
        CallCounts counts = new CallCounts();
        List<TenantId> tenants = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            tenants.add(new TenantId(UUID.randomUUID()));
        }
        long nanos = 0;
        for (int round = 0; round < 2; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                counts.add(tenants.get(i % 1000), NOW);
            }
            nanos = System.nanoTime() - began;
        }
        System.out.printf("%-24s %,9.0f ns per call%n", "counting a call", (double) nanos / CALLS);
    }

    private static long events(UsageFixture fixture, int batches) {
        TenantId tenant = fixture.tenant("UTC");
        long began = System.nanoTime();
        for (int batch = 0; batch < batches; batch++) {
            List<UsageEvent> events = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                events.add(new UsageEvent(
                        batch + "-" + i, "transitos", BigDecimal.ONE, NOW.minusSeconds(86_400L * (i % 15))));
            }
            fixture.as(tenant, em -> EventStatements.add(em, events, NOW));
        }
        return System.nanoTime() - began;
    }

    private static long copy(UsageFixture fixture) throws Exception {
        TenantId tenant = fixture.tenant("UTC");
        long began = System.nanoTime();
        try (Connection connection = fixture.superuser().getConnection()) {
            for (int batch = 0; batch < BATCHES; batch++) {
                CopyIn copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy usage_event (tenant_id, event_id, resource, quantity, at, day, received_at) from stdin");
                for (int i = 0; i < BATCH; i++) {
                    byte[] row = "%s\t%d-%d\ttransitos\t1\t%s\t2026-03-20\t%s\n"
                            .formatted(tenant, batch, i, NOW, NOW)
                            .getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(row, 0, row.length);
                }
                copy.endCopy();
            }
        }
        return System.nanoTime() - began;
    }

    private static void print(String what, int events, long nanos) {
        System.out.printf("%-24s %,9.0f events/s%n", what, events * 1e9 / nanos);
    }
}
