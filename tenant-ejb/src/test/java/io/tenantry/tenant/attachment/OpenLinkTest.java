package io.tenantry.tenant.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.secret.SecretKeys;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.attachment.internal.AttachmentFixture.OneStore;
import io.tenantry.tenant.attachment.internal.AttachmentSteps;
import io.tenantry.tenant.attachment.internal.FileTokens;
import io.tenantry.tenant.attachment.internal.ReceivedFile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A link opens one file of one tenant, until it is over; by the real time, whatever the business clock shows. */
class OpenLinkTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final FileTokens tokens = new FileTokens(new SecretKeys(Secrets.next()));
    private final TenantId tenant = new TenantId(Ids.next());
    private final Attachment attachment = new Attachment(
            new AttachedTo("things", Ids.next()),
            new ReceivedFile("a", "text/plain", 1, "00", null),
            "postgres",
            "a",
            NOW,
            NOW);
    private final OpenLink open = new OpenLink();
    private Instant now = NOW;

    OpenLinkTest() {
        open.tokens = tokens;
        open.stores = new OneStore(null);
        open.clock = new BusinessClock(false) {
            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public Instant wallClock() {
                return now;
            }
        };
        open.steps = new AttachmentSteps() {
            @Override
            public Optional<Attachment> published(UUID id) {
                return Optional.of(attachment)
                        .filter(found -> TenantContext.required().equals(tenant) && id.equals(found.id()));
            }
        };
    }

    @Test
    void aLinkOpensItsFileInItsTenantUntilItIsOver() {
        String token = tokens.issue(tenant, attachment.id(), NOW.plusSeconds(60));

        assertThat(open.open(token, Optional.empty()).tenant()).isEqualTo(tenant);
        assertThat(open.open(token, Optional.of(tenant)).attachment().id()).isEqualTo(attachment.id());
        now = NOW.plusSeconds(59);
        open.open(token, Optional.empty());
        now = NOW.plusSeconds(60);
        isRefused(token, Optional.empty());
    }

    @Test
    void aLinkOpensNothingElse() {
        TenantId other = new TenantId(Ids.next());
        Instant until = NOW.plusSeconds(60);

        isRefused(tokens.issue(tenant, attachment.id(), until), Optional.of(other));
        isRefused(tokens.issue(other, attachment.id(), until), Optional.empty());
        isRefused(tokens.issue(tenant, Ids.next(), until), Optional.empty());
        isRefused("x", Optional.empty());
        assertThat(TenantContext.current()).isEmpty();
    }

    private void isRefused(String token, Optional<TenantId> host) {
        assertThatThrownBy(() -> open.open(token, host))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
}
