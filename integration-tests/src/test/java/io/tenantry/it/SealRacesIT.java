package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static io.tenantry.it.product.Domain.TRANSITOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.AtOnce;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hundred threads start, complete and cancel transits on ten seals, and the seals report meanwhile. */
class SealRacesIT extends BlackBox {

    private static final int THREADS = 100;
    private static final int SEALS = 10;
    private static final int TRANSITS_OF_A_SEAL = 4;
    private static final int STEPS = 4;

    private final Api owner = Tenants.professional().owner();

    @Test
    void noSealIsArmedTwiceAndEveryAlertBelongsToWhatItNames() {
        List<String> seals = IntStream.range(0, SEALS)
                .mapToObj(i -> Domain.createPrecinto(owner))
                .toList();
        List<String> planned = new ArrayList<>();
        seals.forEach(seal ->
                IntStream.range(0, TRANSITS_OF_A_SEAL).forEach(i -> planned.add(Domain.createTransito(owner, seal))));
        Instant now = Domain.now(owner);

        List<List<Answer>> answers = AtOnce.run(THREADS, i -> steps(new Random(i), i, seals, planned, now));

        assertThat(answers.stream().flatMap(List::stream))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as("%s", answer).isIn(200, 409));
        Map<String, JsonNode> transits = byId(TRANSITOS);
        Map<String, JsonNode> states = byId(PRECINTOS);
        for (String seal : seals) {
            List<JsonNode> of = transits.values().stream()
                    .filter(transito -> text(transito, "precintoId").equals(seal))
                    .toList();
            neverTwoAtOnce(of);
            long running = of.stream()
                    .filter(transito -> text(transito, "status").equals("inProgress"))
                    .count();
            assertThat(running).isLessThanOrEqualTo(1);
            assertThat(text(states.get(seal), "status")).isEqualTo(running == 1 ? "armed" : "available");
        }
        assertThat(transits.values())
                .anyMatch(transito -> text(transito, "status").equals("completed"));
        assertThat(byId(ALERTAS).values()).isNotEmpty().allSatisfy(alerta -> belongs(alerta, transits, now));
    }

    private List<Answer> steps(Random random, int thread, List<String> seals, List<String> planned, Instant now) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            String transito = planned.get(random.nextInt(planned.size()));
            String seal = seals.get(random.nextInt(seals.size()));
            String step = List.of("start", "complete", "start", "cancel").get(random.nextInt(4));
            answers.add(
                    random.nextInt(5) == 0
                            ? Domain.report(
                                    owner,
                                    seal,
                                    List.of(Domain.report(thread + "-" + i, "geofence", now.plusSeconds(i))))
                            : owner.post(TRANSITOS + "/" + transito + "/" + step));
        }
        return answers;
    }

    private static void neverTwoAtOnce(List<JsonNode> transits) {
        List<JsonNode> inOrder = transits.stream()
                .filter(transito -> transito.hasNonNull("startedAt"))
                .sorted(Comparator.comparing(transito -> Instant.parse(text(transito, "startedAt"))))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            assertThat(Instant.parse(text(inOrder.get(i), "startedAt")))
                    .isAfterOrEqualTo(Instant.parse(text(inOrder.get(i - 1), "endedAt")));
        }
    }

    private static void belongs(JsonNode alerta, Map<String, JsonNode> transits, Instant now) {
        if (alerta.hasNonNull("transitoId")) {
            JsonNode transito = transits.get(text(alerta, "transitoId"));
            assertThat(text(transito, "precintoId")).isEqualTo(text(alerta, "precintoId"));
            assertThat(Instant.parse(text(transito, "startedAt"))).isBeforeOrEqualTo(now.plusSeconds(STEPS));
        }
    }

    private Map<String, JsonNode> byId(String path) {
        return owner.get(path + "?limit=200")
                .expect(200)
                .items()
                .collect(Collectors.toMap(one -> text(one, "id"), Function.identity()));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText();
    }
}
