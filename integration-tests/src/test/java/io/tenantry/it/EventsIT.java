package io.tenantry.it;

import static io.tenantry.it.product.Domain.ALERTAS;
import static io.tenantry.it.product.Domain.PRECINTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.EventReader;
import io.tenantry.it.product.EventReader.Event;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Keys;
import io.tenantry.it.product.Lifecycle;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.Members.Member;
import io.tenantry.it.product.Roles;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import io.tenantry.it.product.Usages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens is told while it happens, to those who may know it, and nothing is missed. */
class EventsIT extends BlackBox {

    private static final String EVENTS = "/api/events";
    private static final String OF_ALERTS = EVENTS + "?types=alerta.*";

    private final Tenant tenant = Tenants.professional();
    private final Api owner = tenant.owner();
    private final String seal = Domain.createPrecinto(owner);
    private final List<EventReader> open = new ArrayList<>();

    @AfterEach
    void closesAll() {
        open.forEach(EventReader::close);
    }

    @Test
    void tellsOfAnAlertWhileItHappens() {
        EventReader reader = listen(owner, OF_ALERTS);

        Answer alerta = owner.post(ALERTAS, Domain.alerta(seal)).expect(201);
        owner.post(ALERTAS + "/" + alerta.id() + "/acknowledge").expect(200);

        Event created = reader.next();
        assertThat(created.type()).isEqualTo("alerta.created");
        assertThat(created.json().path("type").asText()).isEqualTo("alerta.created");
        assertThat(Instant.parse(created.json().path("timestamp").asText())).isNotNull();
        assertThat(created.of("id")).isEqualTo(alerta.id());
        assertThat(created.of("message")).isEqualTo("The seal was opened");
        assertThat(created.json().has("previous")).isFalse();
        Event acknowledged = reader.next();
        assertThat(acknowledged.type()).isEqualTo("alerta.acknowledged");
        assertThat(acknowledged.of("status")).isEqualTo("acknowledged");
        assertThat(acknowledged.json().path("previous").path("status").asText()).isEqualTo("open");
        assertThat(Long.parseLong(acknowledged.id())).isGreaterThan(Long.parseLong(created.id()));
    }

    @Test
    void whoComesBackIsToldWhatWasMissed() {
        EventReader before = listen(owner, OF_ALERTS);
        Domain.createAlerta(owner, seal);
        String seen = before.next().id();
        before.close();
        List<String> missed = IntStream.range(0, 3)
                .mapToObj(i -> Domain.createAlerta(owner, seal))
                .toList();

        EventReader byHeader = listen(owner.with("Last-Event-ID", seen), OF_ALERTS);
        EventReader byParameter = listen(owner, OF_ALERTS + "&lastEventId=" + seen);
        String later = Domain.createAlerta(owner, seal);

        for (EventReader reader : List.of(byHeader, byParameter)) {
            for (String id : missed) {
                assertThat(reader.next().of("id")).isEqualTo(id);
            }
            assertThat(reader.next().of("id")).isEqualTo(later);
        }
    }

    @Test
    void whoKnowsANumberThatIsNotKeptBeginsAnew() {
        Domain.createAlerta(owner, seal);

        EventReader reader = listen(owner.with("Last-Event-ID", "999999"), OF_ALERTS);

        Event reset = reader.next();
        assertThat(reset.type()).isEqualTo("reset");
        assertThat(reset.id()).isEqualTo("1");
        String alerta = Domain.createAlerta(owner, seal);
        assertThat(reader.next().of("id")).isEqualTo(alerta);
    }

    @Test
    void tellsTheUsageAtOnceAndWhenItChanges() {
        EventReader reader = listen(owner, EVENTS + "?types=usage");
        Event first = reader.next();
        assertThat(first.type()).isEqualTo("usage");
        assertThat(first.json().path("resources")).isNotEmpty();
        assertThat(first.json().path("period"))
                .isEqualTo(owner.get(Usages.USAGE).expect(200).json().path("period"));

        Domain.createPrecinto(owner);

        reader.next(event -> used(event, "precintos") == used(first, "precintos") + 1);
    }

    private static int used(Event event, String resource) {
        for (var one : event.json().path("resources")) {
            if (one.path("resource").asText().equals(resource)) {
                return one.path("used").asInt();
            }
        }
        throw new AssertionError(event.data());
    }

    // attack case 6
    @Test
    void tellsNothingOfAnotherTenant() {
        Tenant other = Tenants.professional();
        EventReader reader = listen(other.owner(), EVENTS + "?lastEventId=0");
        Domain.createAlerta(owner, seal);
        String own = Domain.createAlerta(other.owner(), Domain.createPrecinto(other.owner()));

        Event event = reader.next(one -> !one.type().equals("usage"));

        assertThat(event.of("id")).isEqualTo(own);
    }

    @Test
    void tellsEachOnlyWhatTheyMayKnow() {
        Member watcher = Roles.member(tenant, "events:read", "usage:read");
        Member guard = Roles.member(tenant, "events:read", "alertas:read");
        Member none = Roles.member(tenant, "events:read", "precintos:read");
        assertThat(none.api().get(EVENTS).expectProblem(403, "forbidden").text("permission"))
                .isNotBlank();
        watcher.api().get(OF_ALERTS).expectProblem(403, "forbidden");
        EventReader ofWatcher = listen(watcher.api(), EVENTS);
        EventReader ofGuard = listen(guard.api(), EVENTS);

        String alerta = Domain.createAlerta(owner, seal);

        assertThat(ofGuard.next().of("id")).isEqualTo(alerta);
        assertThat(ofWatcher.next().type()).isEqualTo("usage");
        // the alert moves the usage; what came before that was none either
        assertThat(ofWatcher.next(event -> used(event, "alertas") == 1).type()).isEqualTo("usage");
    }

    @Test
    void endsWhenTheKeyIsRevokedOrTheSessionOrTheTenantIsClosed() {
        Answer key = Keys.create(owner, "events:read", "alertas:read");
        EventReader ofKey = listen(Keys.signIn(key), OF_ALERTS);
        Member leaver = Members.add(tenant, "viewer");
        EventReader ofLeaver = listen(leaver.api(), OF_ALERTS);
        Member removed = Members.add(tenant, "viewer");
        EventReader ofRemoved = listen(removed.api(), OF_ALERTS);
        EventReader ofOwner = listen(owner, OF_ALERTS);

        owner.delete(Keys.at(key)).expect(204);
        leaver.session().logout().expect(204);
        owner.delete(removed.path()).expect(204);
        ofKey.expectEnd();
        ofLeaver.expectEnd();
        ofRemoved.expectEnd();
        String alerta = Domain.createAlerta(owner, seal);
        assertThat(ofOwner.next().of("id")).isEqualTo(alerta);

        Lifecycle.signIn().suspend(tenant, "unpaid").expect(200);
        ofOwner.expectEnd();
    }

    @Test
    void theOldestStreamOfAnAccountGivesWayToTheEleventh() {
        IntStream.range(0, 11).forEach(i -> listen(owner, OF_ALERTS));
        EventReader oldest = open.remove(0);
        oldest.expectEnd();

        EventReader ofAnother = listen(Members.add(tenant, "viewer").api(), OF_ALERTS);
        String alerta = Domain.createAlerta(owner, seal);

        open.forEach(reader -> assertThat(reader.next().of("id")).isEqualTo(alerta));
        assertThat(open).contains(ofAnother);
    }

    @ParameterizedTest
    @ValueSource(strings = {"types=nothing", "types=", "types=alerta.*,transito.started", "lastEventId=x", "foo=1"})
    void refusesWhatMeansNothing(String query) {
        owner.get(EVENTS + "?" + query).expectProblem(400, "validation");
        owner.with("Last-Event-ID", "-1").get(EVENTS).expectProblem(400, "validation");
    }

    @Test
    void answersHeadAndRefusesOtherMethods() {
        Answer head = owner.send("HEAD", EVENTS, null).expect(200);
        assertThat(head.header("Content-Type")).startsWith("text/event-stream");
        owner.post(EVENTS, Json.object()).expectProblem(405, "method-not-allowed");
        assertThat(owner.get(PRECINTOS).expect(200).items()).isNotEmpty();
    }

    private EventReader listen(Api api, String path) {
        EventReader reader = api.listen(path);
        open.add(reader);
        return reader;
    }
}
