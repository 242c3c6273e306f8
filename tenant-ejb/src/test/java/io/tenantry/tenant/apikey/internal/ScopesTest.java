package io.tenantry.tenant.apikey.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.access.Access;
import io.tenantry.tenant.member.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScopesTest {

    private static final Scopes SCOPES =
            new Scopes(Set.of("seals:read", "seals:write", "apiKeys:write"), Set.of("apiKeys:write"));
    private static final Access READER = member("seals:read", "apiKeys:write");

    @Test
    void whatTheMakerHasIsGrantedOnceAndInOrder() {
        Access writer = member("seals:read", "seals:write");

        assertThat(SCOPES.granted(List.of("seals:write", "seals:read", "seals:write"), writer))
                .containsExactly("seals:read", "seals:write");
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        assertThatThrownBy(() -> SCOPES.granted(List.of("seals:read", "seals:write"), READER))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN);
                    assertThat(problem.members()).isEqualTo(Map.of("permission", "seals:write"));
                });
    }

    @Test
    void noKeyManagesKeys() {
        refused("/scopes/1", () -> SCOPES.granted(List.of("seals:read", "apiKeys:write"), READER));
        assertThat(SCOPES.inForce(List.of("seals:read", "apiKeys:write"))).containsExactly("seals:read");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        refused("/scopes/0", () -> SCOPES.granted(List.of("*"), READER));
        refused("/scopes/0", () -> SCOPES.granted(List.of("seals:read seals:write"), READER));
        refused("/scopes/1", () -> SCOPES.granted(Arrays.asList("seals:read", null), READER));
        refused("/scopes", () -> SCOPES.granted(List.of(), READER));
    }

    @Test
    void aPermissionThatIsGoneIsNotInForce() {
        assertThat(SCOPES.inForce(List.of("seals:read", "reports:read"))).containsExactly("seals:read");
    }

    @Test
    void whoSeesANewSecretHasAllThatIsInForce() {
        SCOPES.requireHeld(List.of("seals:read", "reports:read"), READER);

        assertThatThrownBy(() -> SCOPES.requireHeld(List.of("seals:write"), READER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN));
    }

    private static void refused(String pointer, ThrowingCallable granting) {
        assertThatThrownBy(granting)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer)));
    }

    private static Access member(String... permissions) {
        Access.Place place = new Access.Place(
                new TenantId(Ids.next()), "t", "T", Optional.of(Role.ADMIN), new TreeSet<>(List.of(permissions)));
        return new Access(Ids.next(), Ids.next(), "m@t.test", "M", false, false, Optional.of(place));
    }
}
