package io.tenantry.it.product;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The mail server of the product under test: it takes whatever is sent, to whomever, and shows it. */
public final class Mailbox {

    /** More than a retry of the product takes, should the mail server have been busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Map<String, Integer> TAKEN = new ConcurrentHashMap<>();

    private static GreenMail server;

    private Mailbox() {}

    /** What tells a product to send its e-mail here. */
    public static Map<String, String> environment() {
        return Map.of(
                "TENANTRY_MAIL_HOST", "127.0.0.1",
                "TENANTRY_MAIL_PORT", String.valueOf(server().getSmtp().getPort()),
                "TENANTRY_MAIL_SECURITY", "none");
    }

    /** The next e-mail to an address: each call gives another one, in the order of their arrival. */
    public static ReceivedEmail awaitMessageTo(String address) {
        int index = TAKEN.getOrDefault(address, 0);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<ReceivedEmail> messages = messagesTo(address);
            if (messages.size() > index) {
                TAKEN.put(address, index + 1);
                return messages.get(index);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        throw new AssertionError("No e-mail to " + address + " within " + PATIENCE.toSeconds() + " seconds");
    }

    /** All e-mail to an address so far. */
    public static List<ReceivedEmail> messagesTo(String address) {
        MimeMessage[] messages = server().getReceivedMessagesForDomain(address);
        return Arrays.stream(messages).map(ReceivedEmail::of).toList();
    }

    private static synchronized GreenMail server() {
        if (server == null) {
            ServerSetup setup = ServerSetup.SMTP.dynamicPort();
            setup.setServerStartupTimeout(PATIENCE.toMillis());
            server = new GreenMail(setup);
            server.start();
        }
        return server;
    }
}
