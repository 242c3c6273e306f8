package io.tenantry.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.tenant.registry.TenantSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Days are cut in the database, by zones that Java has checked: both must mean the same by their names. */
class ZoneNamesDbTest {

    @Test
    void theDatabaseKnowsEveryZoneThatATenantCanHave() throws SQLException {
        Set<String> different = new TreeSet<>();
        try (Connection connection = TestDatabase.empty().app().getConnection();
                PreparedStatement statement = connection.prepareStatement("select ?::timestamptz at time zone ?")) {
            for (String zone : ZoneId.getAvailableZoneIds()) {
                for (String time : List.of("2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z")) {
                    if (TenantSettings.isZone(zone) && !isSame(statement, time, zone)) {
                        different.add(zone);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void whoHasAnAmbiguousZoneGetsAPlaceOfIt() throws IOException {
        UsageFixture fixture = new UsageFixture();
        try {
            List<TenantId> tenants = Stream.of("CET", "MET", "EET", "WET", "Europe/Madrid")
                    .map(fixture::tenant)
                    .toList();

            fixture.superuser(migration("V202611232270__tenant_zones.sql"));

            assertThat(tenants)
                    .map(tenant -> fixture.rows("select time_zone from tenant where id = '%s'", tenant)
                            .get(0))
                    .containsExactly(
                            "Europe/Brussels", "Europe/Brussels", "Europe/Athens", "Europe/Lisbon", "Europe/Madrid");
        } finally {
            fixture.close();
        }
    }

    private static String migration(String name) throws IOException {
        try (InputStream file = ZoneNamesDbTest.class.getResourceAsStream("/db/migration/tenant/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isSame(PreparedStatement statement, String time, String zone) throws SQLException {
        statement.setString(1, time);
        statement.setString(2, zone);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDateTime.class)
                    .equals(LocalDateTime.ofInstant(Instant.parse(time), ZoneId.of(zone)));
        }
    }
}
