package io.tenantry.tenant.role.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final Set<String> EXISTING = Set.of("seals:read", "seals:write", "owners:write");

    @Test
    void whatIsHeldIsGrantedOnceAndInOrder() {
        assertThat(granted(List.of("seals:write", "seals:read", "seals:write"), "seals:read", "seals:write"))
                .containsExactly("seals:read", "seals:write");
    }

    @Test
    void aRoleMayAllowNothing() {
        assertThat(granted(List.of())).isEmpty();
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        assertThatThrownBy(() -> granted(List.of("seals:read", "seals:write"), "seals:read"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN);
                    assertThat(problem.members()).isEqualTo(Map.of("permission", "seals:write"));
                });
    }

    @Test
    void whatOwnersHaveIsInNoOwnRole() {
        refused("/permissions/1", List.of("seals:read", "owners:write"));
    }

    @Test
    void whatDoesNotExistIsRefused() {
        refused("/permissions/0", List.of("*"));
        refused("/permissions/0", List.of("seals:read seals:write"));
        refused("/permissions/0", List.of(""));
        refused("/permissions/1", Arrays.asList("seals:read", null));
    }

    private static Set<String> granted(List<String> wanted, String... held) {
        return Grants.granted(wanted, EXISTING, Set.of(held));
    }

    /** Even of somebody who has everything. */
    private static void refused(String pointer, List<String> wanted) {
        assertThatThrownBy(() -> Grants.granted(wanted, EXISTING, EXISTING))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer)));
    }
}
