package io.tenantry.cmo.demo;

import io.tenantry.cmo.alerta.Alerta;
import io.tenantry.cmo.alerta.AlertaSeverity;
import io.tenantry.cmo.alerta.AlertaStep;
import io.tenantry.cmo.alerta.AlertaType;
import io.tenantry.cmo.alerta.AlertaValues;
import io.tenantry.cmo.precinto.Precinto;
import io.tenantry.cmo.precinto.PrecintoStatus;
import io.tenantry.cmo.precinto.PrecintoValues;
import io.tenantry.cmo.transito.Transito;
import io.tenantry.cmo.transito.TransitoStep;
import io.tenantry.cmo.transito.TransitoValues;
import io.tenantry.platform.metering.Limits;
import io.tenantry.tenant.start.DemoTenantCreated;
import io.tenantry.tenant.usage.RecordEvents;
import io.tenantry.tenant.usage.UsageEvent;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Seals, transits and alerts of the last 90 days for the demonstration, the same ones each time. */
@Stateless
public class DemoSeals {

    private static final int SEALS_PER_SIZE = 30;
    private static final int DAY = 24;
    private static final int HOURS = 90 * DAY;
    private static final List<String> PLACES =
            List.of("Puerto Limón", "San José", "Peñas Blancas", "Paso Canoas", "Caldera", "Ciudad de Panamá");

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    Limits limits;

    @Inject
    RecordEvents events;

    public void fill(@Observes DemoTenantCreated event) {
        Random random = new Random(event.slug().hashCode());
        int count = event.size() * SEALS_PER_SIZE;
        limits.take("precintos", count);
        List<UsageEvent> consumed = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Instant created = event.now().minus(Duration.ofHours(DAY + random.nextInt(HOURS - DAY)));
            Precinto precinto = precinto(event.slug(), i, created, event.now(), random);
            entityManager.persist(precinto);
            entityManager.flush();
            for (Transito transito : transitos(precinto, event.slug(), i, created, random)) {
                entityManager.persist(transito);
                consumed.add(one("transitos", transito.id(), created));
            }
            if (random.nextInt(3) == 0) {
                Alerta alerta = alerta(precinto, created, random);
                entityManager.persist(alerta);
                consumed.add(one("alertas", alerta.id(), created));
            }
        }
        events.record(consumed);
    }

    private static UsageEvent one(String resource, UUID id, Instant at) {
        return new UsageEvent(id.toString(), resource, BigDecimal.ONE, at);
    }

    private static Precinto precinto(String slug, int number, Instant created, Instant now, Random random) {
        PrecintoStatus status = PrecintoStatus.values()[Math.min(random.nextInt(8), 7) / 2];
        String code = "%s-%04d".formatted(slug.substring(0, 3).toUpperCase(Locale.ROOT), number);
        Instant seen = now.minus(Duration.ofMinutes(random.nextInt(DAY * 60)));
        return new Precinto(new PrecintoValues(code, status, 5 + random.nextInt(96), seen, null), created);
    }

    private static List<Transito> transitos(
            Precinto precinto, String slug, int number, Instant created, Random random) {
        List<Transito> transitos = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            String from = PLACES.get(random.nextInt(PLACES.size()));
            String to = PLACES.get(random.nextInt(PLACES.size()));
            String plate = "C-" + (100_000 + random.nextInt(900_000));
            Transito transito = new Transito(
                    new TransitoValues("T-%s-%d-%d".formatted(slug, number, i), precinto.id(), from, to, plate, null),
                    created);
            Instant start = created.plus(Duration.ofHours(1));
            if (random.nextBoolean()) {
                transito.take(TransitoStep.START, start);
                if (random.nextBoolean()) {
                    transito.take(TransitoStep.COMPLETE, start.plus(Duration.ofHours(1 + random.nextInt(20))));
                }
            }
            transitos.add(transito);
        }
        return transitos;
    }

    private static Alerta alerta(Precinto precinto, Instant created, Random random) {
        AlertaType type = AlertaType.values()[random.nextInt(AlertaType.values().length)];
        AlertaSeverity severity = AlertaSeverity.values()[random.nextInt(AlertaSeverity.values().length)];
        Alerta alerta = new Alerta(
                new AlertaValues(precinto.id(), null, type, severity, "Reported by the seal", null),
                created.plus(Duration.ofHours(2)));
        if (random.nextBoolean()) {
            alerta.take(AlertaStep.ACKNOWLEDGE);
        }
        return alerta;
    }
}
