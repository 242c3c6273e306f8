package io.tenantry.tenant.email;

import io.tenantry.platform.time.BusinessClock;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@link SendEmail} without a server: nobody is told that there is something to send. */
public final class SendEmailForTests {

    private SendEmailForTests() {}

    public static SendEmail on(EntityManager entityManager, BusinessClock clock) {
        SendEmail send = new SendEmail();
        send.entityManager = entityManager;
        send.clock = clock;
        send.written = new Unheard();
        return send;
    }

    private static final class Unheard implements Event<EmailWritten> {

        @Override
        public void fire(EmailWritten event) {
            // nobody listens
        }

        @Override
        public <U extends EmailWritten> CompletionStage<U> fireAsync(U event) {
            return CompletableFuture.completedStage(event);
        }

        @Override
        public <U extends EmailWritten> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            return CompletableFuture.completedStage(event);
        }

        @Override
        public Event<EmailWritten> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends EmailWritten> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends EmailWritten> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
