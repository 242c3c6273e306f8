package io.tenantry.tenant.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private GreenMail mail;

    @AfterEach
    void stop() {
        if (mail != null) {
            mail.stop();
        }
    }

    @Test
    void speaksInTheClearOnlyIfToldSo() throws MessagingException {
        try (MailConnection connection = server(ServerSetup.SMTP, "none").connect()) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void turnsAwayFromAServerThatWillNotEncrypt() {
        MailServer plain = server(ServerSetup.SMTP, "starttls");

        assertThatThrownBy(plain::connect)
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");
    }

    @Test
    void turnsAwayFromAServerNobodyVouchesFor() {
        MailServer selfSigned = server(ServerSetup.SMTPS, "tls");

        assertThatThrownBy(selfSigned::connect).hasStackTraceContaining("SSLHandshakeException");
    }

    @Test
    void checksTheNameAndWaitsForNobodyForEver() {
        MailServer server = OutboxFixture.server(OptionalInt.of(1));

        assertThat(server.properties())
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .containsEntry("mail.smtp.from", "platform@tenantry.test")
                .containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");
    }

    @Test
    void refusesAnUnknownKindOfSecurity() {
        MailServer server = OutboxFixture.server(OptionalInt.of(1));
        server.security = "maybe";

        assertThatThrownBy(server::connect).hasMessageContaining("tenantry.mail.security");
    }

    @Test
    void signsInWhereItIsToldTo() throws MessagingException {
        MailServer server = server(ServerSetup.SMTP, "none");
        mail.setUser("sender@example.com", "sender", "secret");
        server.username = Optional.of("sender");
        server.password = Optional.of("secret");
        server.connect().close();

        server.password = Optional.of("wrong");
        assertThatThrownBy(server::connect).hasMessageNotContaining("wrong");
    }

    private MailServer server(ServerSetup setup, String security) {
        mail = OutboxFixture.mailServer(setup);
        int port = setup == ServerSetup.SMTPS
                ? mail.getSmtps().getPort()
                : mail.getSmtp().getPort();
        MailServer server = OutboxFixture.server(OptionalInt.of(port));
        server.security = security;
        return server;
    }
}
