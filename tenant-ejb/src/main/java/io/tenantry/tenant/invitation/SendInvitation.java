package io.tenantry.tenant.invitation;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.email.OneLine;
import io.tenantry.tenant.email.SendEmail;
import io.tenantry.tenant.invitation.internal.InvitationText;
import io.tenantry.tenant.member.MemberRole;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.role.FindRoles;
import io.tenantry.tenant.signin.MailThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Writes the e-mail of an invitation, in the transaction that makes it. The secret is nowhere else. */
@ApplicationScoped
public class SendInvitation {

    @Inject
    SendEmail email;

    @Inject
    MailThrottle throttle;

    @Inject
    EmailLinks links;

    @Inject
    FindRoles roles;

    /** @throws ProblemException {@code rate-limited}: what is revoked and invited again goes out again, too */
    void send(Invitation invitation, InvitationText text) {
        if (!throttle.admitFromTenant("invitation", invitation.email())) {
            throw MailThrottle.refusal();
        }
        Locale language = Locale.forLanguageTag(invitation.language());
        Map<String, String> variables = Map.of(
                "inviter",
                OneLine.of(invitation.invitedBy()),
                "role",
                OneLine.of(roleName(invitation.role(), language)),
                // behind the hash, so that it is in no log; on the tenant's own host strangers could not sign in
                "link",
                links.platform("/invitation.html#token=" + text.text()),
                "days",
                String.valueOf(Invitation.LIFETIME.toDays()));
        email.to(invitation.email(), language, EmailKey.INVITATION, variables);
    }

    private String roleName(MemberRole role, Locale language) {
        return role instanceof Role builtIn
                ? Texts.resolve(Text.of("tenant.role." + builtIn.code()), language)
                : roles.name(role).orElseThrow();
    }
}
