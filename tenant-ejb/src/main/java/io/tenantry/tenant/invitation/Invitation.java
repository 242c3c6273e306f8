package io.tenantry.tenant.invitation;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.secret.Secrets;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.invitation.internal.InvitationText;
import io.tenantry.tenant.member.Account;
import io.tenantry.tenant.member.MemberRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** An offer of membership to whoever reads the mail of an address: once, and for some days. */
@Entity
@Table(name = "tenant_invitation")
public class Invitation extends TenantEntity {

    static final Duration LIFETIME = Duration.ofDays(7);
    private static final int MOST_TIMES = 20;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    private String role;
    private String language;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "invited_by")
    private String invitedBy;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "sent_times")
    private int sentTimes;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Invitation() {}

    Invitation(InvitationText text, String email, MemberRole role, String language, String invitedBy, Instant now) {
        super(text.id(), now);
        this.email = email;
        this.emailKey = Account.keyOf(email);
        this.role = role.code();
        this.language = language;
        this.invitedBy = invitedBy;
        send(text, now);
    }

    /**
     * Sends it again with another secret: the link before no longer works.
     *
     * @throws ProblemException {@code conflict} if it was sent too often
     */
    void resend(InvitationText next, Instant now) {
        if (sentTimes >= MOST_TIMES) {
            throw ProblemException.conflict("tenant.invitation-sent-often");
        }
        send(next, now);
    }

    private void send(InvitationText text, Instant now) {
        secretHash = text.hash();
        sentAt = now;
        sentTimes++;
        expiresAt = now.plus(LIFETIME);
    }

    /** Whether the link is the last that was sent, and in time. */
    public boolean isOpenedBy(InvitationText text, Instant now) {
        return Secrets.same(secretHash, text.hash()) && expiresAt.isAfter(now);
    }

    public String email() {
        return email;
    }

    public MemberRole role() {
        return MemberRole.of(role);
    }

    String language() {
        return language;
    }

    String invitedBy() {
        return invitedBy;
    }

    /** As the activity log shows it. */
    Map<String, Object> snapshot() {
        return Map.of("email", email, "role", role);
    }

    InvitationView view(Instant now) {
        return new InvitationView(
                id(),
                email,
                role,
                language,
                invitedBy,
                !expiresAt.isAfter(now),
                createdAt(),
                sentAt,
                expiresAt,
                version());
    }
}
