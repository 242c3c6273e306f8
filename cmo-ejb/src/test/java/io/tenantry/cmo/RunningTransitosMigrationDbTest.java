package io.tenantry.cmo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cmo.precinto.Precinto;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.cmo.transito.Transito;
import io.tenantry.cmo.transito.TransitoStatus;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What was there before the rules is made to keep them. */
class RunningTransitosMigrationDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("cmoPU", DATABASE.app(), Map.of());

    private final SealFixture seals = new SealFixture(DATABASE, UNIT);

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void ofSeveralRunningTransitsTheLastGoesOnAndSealsFollow() throws IOException, SQLException {
        DATABASE.superuser("drop index transito_running");
        UUID twice = seals.precinto();
        UUID first = seals.running(twice, SealFixture.NOW, null, null);
        UUID last = seals.running(twice, SealFixture.NOW.plusSeconds(1), null, null);
        UUID armed = seals.precinto();
        UUID tampered = seals.precinto();
        seals.running(tampered);
        set(armed, "armed");
        set(tampered, "tampered");
        UUID untouched = seals.precinto();

        migrate();

        assertThat(transito(first)).isEqualTo(TransitoStatus.cancelled);
        assertThat(transito(last)).isEqualTo(TransitoStatus.inProgress);
        assertThat(precinto(twice)).isEqualTo(PrecintoStatus.armed);
        assertThat(precinto(armed)).isEqualTo(PrecintoStatus.available);
        assertThat(precinto(tampered)).isEqualTo(PrecintoStatus.tampered);
        assertThat(precinto(untouched)).isEqualTo(PrecintoStatus.available);
    }

    /** The part that changes rows, as the role that runs it. */
    private static void migrate() throws IOException, SQLException {
        String file = "/db/migration/cmo/V202611240300__cmo_running_transits.sql";
        try (InputStream input = SealFixture.class.getResourceAsStream(file);
                Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            String sql = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(sql.substring(0, sql.indexOf("create unique index")));
        }
    }

    private static void set(UUID precinto, String status) {
        DATABASE.superuser("update precinto set status = '%s' where id = '%s'".formatted(status, precinto));
    }

    private PrecintoStatus precinto(UUID id) {
        return seals.in(em -> em.find(Precinto.class, id).view().status());
    }

    private TransitoStatus transito(UUID id) {
        return seals.in(em -> em.find(Transito.class, id).view().status());
    }
}
