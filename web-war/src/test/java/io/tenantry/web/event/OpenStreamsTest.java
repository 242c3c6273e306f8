package io.tenantry.web.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.event.LiveEvents;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** So many streams and no more, and those of the dead keep out none of the living. */
class OpenStreamsTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final UUID ACCOUNT = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);

    private final OpenStreams streams = new OpenStreams();

    @BeforeEach
    void limits() {
        streams.events = new LiveEvents();
        streams.mostPerTenant = 12;
    }

    @Test
    void theOldestOfAnAccountGivesWay() throws IOException {
        EventStream ofOther = added(OTHER);
        List<EventStream> own = new ArrayList<>();
        for (int i = 0; i < OpenStreams.MOST_PER_ACCOUNT + 2; i++) {
            own.add(added(ACCOUNT));
        }

        assertThat(own.subList(0, 2)).noneMatch(EventStream::hasRoom);
        assertThat(own.subList(2, own.size())).allMatch(EventStream::hasRoom);
        assertThat(streams.all())
                .hasSize(OpenStreams.MOST_PER_ACCOUNT + 1)
                .contains(ofOther)
                .containsAll(own.subList(2, own.size()));
    }

    @Test
    void aTenantHasSoManyAndNoMore() throws IOException {
        for (int i = 0; i < 12; i++) {
            added(new UUID(2, i));
        }
        assertThatThrownBy(() -> added(OTHER))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.RATE_LIMITED));
        assertThat(streams.all()).hasSize(12).allMatch(EventStream::hasRoom);
    }

    private EventStream added(UUID account) throws IOException {
        HttpServletResponse response = fake(HttpServletResponse.class, Map.of());
        AsyncContext context = fake(AsyncContext.class, Map.of("getResponse", response));
        Listening listening = new Listening(TENANT, account, new Interest(Map.of()), null, Instant.MAX);
        AsyncResponse answer = fake(AsyncResponse.class, Map.of());
        EventStream stream = new EventStream(context, answer, listening, Set.of(), 0, streams);
        streams.add(stream);
        return stream;
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    return answer == null && method.getReturnType() == boolean.class ? Boolean.FALSE : answer;
                }));
    }
}
