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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** What has become of one seal, as its rules allow it. */
final class DemoStory {

    private static final int DAY = 24;
    private static final int HOURS = 90 * DAY;
    private static final int SITUATIONS = 8;
    private static final List<String> PLACES =
            List.of("Puerto Limón", "San José", "Peñas Blancas", "Paso Canoas", "Caldera", "Ciudad de Panamá");

    private final String slug;
    private final int number;
    private final Instant now;
    private final Random random;
    private final Instant created;
    private final Precinto precinto;
    private final List<Transito> transitos = new ArrayList<>();
    private final List<Alerta> alertas = new ArrayList<>();

    private DemoStory(String slug, int number, Instant now, Random random) {
        this.slug = slug;
        this.number = number;
        this.now = now;
        this.random = random;
        this.created = now.minus(Duration.ofHours(3 * DAY + random.nextInt(HOURS - 3 * DAY)));
        PrecintoStatus status = number % SITUATIONS == 3 ? PrecintoStatus.retired : PrecintoStatus.available;
        String code = "%s-%04d".formatted(slug.substring(0, 3).toUpperCase(Locale.ROOT), number);
        Instant seen = now.minus(Duration.ofMinutes(random.nextInt(DAY * 60)));
        this.precinto = new Precinto(new PrecintoValues(code, status, 5 + random.nextInt(96), seen, null), created);
    }

    static DemoStory of(String slug, int number, Instant now, Random random) {
        DemoStory story = new DemoStory(slug, number, now, random);
        story.past();
        switch (number % SITUATIONS) {
            case 1 -> story.onTheWay(number % (2 * SITUATIONS) == 1);
            case 2 -> story.plan(null);
            case 5 -> {
                story.onTheWay(false);
                story.tamperedWith(
                        story.transitos.get(story.transitos.size() - 1).id());
            }
            case 7 -> story.tamperedWith(null);
            default -> {}
        }
        return story;
    }

    Precinto precinto() {
        return precinto;
    }

    List<Transito> transitos() {
        return transitos;
    }

    List<Alerta> alertas() {
        return alertas;
    }

    /** One transit after the other, all of them over for a day. */
    private void past() {
        Instant start = created.plus(Duration.ofHours(1));
        for (int i = random.nextInt(3); i > 0; i--) {
            Transito transito = plan(null);
            Instant end = start.plus(Duration.ofHours(1 + random.nextInt(20)));
            transito.take(TransitoStep.START, start);
            transito.take(random.nextInt(6) == 0 ? TransitoStep.CANCEL : TransitoStep.COMPLETE, end);
            if (random.nextInt(2) == 0) {
                AlertaType type = AlertaType.values()[number % AlertaType.values().length];
                reported(transito.id(), type, end).take(AlertaStep.RESOLVE, "owner@" + slug + ".test", end, null);
            }
            start = end.plus(Duration.ofHours(2));
        }
    }

    private void onTheWay(boolean late) {
        Instant start = now.minus(Duration.ofHours(4 + random.nextInt(8)));
        Transito transito = plan(late ? now.minus(Duration.ofHours(1)) : now.plus(Duration.ofHours(6)));
        transito.take(TransitoStep.START, start);
        precinto.arm();
        if (late) {
            transito.tellDelay();
            reported(transito.id(), AlertaType.delay, now.minus(Duration.ofHours(1)));
        } else {
            reported(transito.id(), AlertaType.values()[1 + random.nextInt(2)], now.minus(Duration.ofHours(2)));
        }
    }

    private void tamperedWith(UUID transito) {
        precinto.tamper();
        Alerta alerta = reported(transito, AlertaType.tamper, now.minus(Duration.ofMinutes(90)));
        if (random.nextBoolean()) {
            alerta.take(AlertaStep.ACKNOWLEDGE, "owner@" + slug + ".test", now.minus(Duration.ofHours(1)), null);
        }
    }

    private Transito plan(Instant expectedAt) {
        String code = "T-%s-%d-%d".formatted(slug, number, transitos.size());
        String from = PLACES.get(random.nextInt(PLACES.size()));
        String to = PLACES.get(random.nextInt(PLACES.size()));
        String plate = "C-" + (100_000 + random.nextInt(900_000));
        Transito transito =
                new Transito(new TransitoValues(code, precinto.id(), from, to, plate, expectedAt, null), created);
        transitos.add(transito);
        return transito;
    }

    private Alerta reported(UUID transito, AlertaType type, Instant at) {
        AlertaSeverity severity = type.severity();
        Alerta alerta =
                new Alerta(new AlertaValues(precinto.id(), transito, type, severity, "Reported by the seal", null), at);
        alertas.add(alerta);
        return alerta;
    }
}
