package io.tenantry.tenant.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.tenant.lifecycle.PurgeFixture.Doomed;
import io.tenantry.tenant.lifecycle.internal.OutsideRemains;
import io.tenantry.tenant.lifecycle.internal.StandaloneSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the timer does: all that is due, one tenant's failure apart from the others. */
class PurgeTenantDbTest {

    private static final PurgeFixture FIXTURE = new PurgeFixture();
    private static final StandaloneUnit UNIT = new StandaloneUnit("tenantPU", FIXTURE.app(), Map.of());

    private static final String FAIL = """
            create function fail() returns trigger language plpgsql as
                'begin if old.tenant_id = ''%1$s'' then raise exception ''failed''; end if; return old; end';
            create trigger fail before delete on tenant_usage for each row execute function fail()
            """;

    private final PurgeTenant purge = new PurgeTenant();
    private boolean outsideIsDown;

    PurgeTenantDbTest() {
        purge.steps = new StandaloneSteps(UNIT);
        purge.outside = new OutsideRemains() {
            @Override
            public void remove() {
                if (outsideIsDown) {
                    throw new UncheckedIOException(new IOException("down"));
                }
            }
        };
    }

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void purgesWhatIsDueAlthoughOneFailsAndTriesThatAgain() {
        Doomed failing = closing("now() - interval '2 days'");
        Doomed due = closing("now() - interval '1 day'");
        Doomed early = closing("now() + interval '1 day'");
        FIXTURE.asSuperuser(FAIL, failing);

        purge.allDue();

        assertThat(FIXTURE.total(due)).isZero();
        assertThat(FIXTURE.total(failing)).isPositive();
        assertThat(FIXTURE.total(early)).isPositive();
        FIXTURE.asSuperuser("drop trigger fail on tenant_usage; drop function fail", failing);
        purge.allDue();
        assertThat(FIXTURE.total(failing)).isZero();
        assertThat(FIXTURE.total(early)).isPositive();
        assertThat(FIXTURE.texts("select started_by from tenant_purge")).containsOnly("system");
    }

    @Test
    void onRequestItIsConfirmedAndItsTimeHasCome() {
        Doomed early = closing("now() + interval '1 day'");
        Doomed due = closing("now()");

        assertThatThrownBy(() -> purge.onRequest(early.id(), early.slug())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> purge.onRequest(due.id(), early.slug())).isInstanceOf(ProblemException.class);
        assertThat(FIXTURE.total(early)).isPositive();
        assertThat(FIXTURE.total(due)).isPositive();
        purge.onRequest(due.id(), due.slug());
        assertThat(FIXTURE.total(due)).isZero();
    }

    @Test
    void keepsTheRowsAsLongAsSomethingIsLeftOutside() {
        Doomed due = closing("now()");
        outsideIsDown = true;
        purge.allDue();
        assertThat(FIXTURE.total(due)).isPositive();

        outsideIsDown = false;
        purge.allDue();
        assertThat(FIXTURE.total(due)).isZero();
    }

    private static Doomed closing(String end) {
        Doomed tenant = FIXTURE.tenant();
        FIXTURE.asApp("update tenant set status = 'closing', purge_after = " + end + " where id = '%s'", tenant);
        return tenant;
    }
}
