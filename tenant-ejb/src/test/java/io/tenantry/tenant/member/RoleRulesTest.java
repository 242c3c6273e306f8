package io.tenantry.tenant.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleRulesTest {

    @ParameterizedTest
    @CsvSource({
        "OWNER, OWNER",
        "OWNER, ADMIN",
        "OWNER, VIEWER",
        "ADMIN, ADMIN",
        "ADMIN, OPERATOR",
        "ADMIN, VIEWER",
        "OPERATOR, OPERATOR",
        "VIEWER, VIEWER"
    })
    void nobodyIsInTheWayOfWhoeverMayDoAsMuch(Role caller, Role touched) {
        assertThatCode(() -> RoleRules.requireWithin(of(caller), of(touched))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, OWNER", "OPERATOR, OWNER", "OPERATOR, ADMIN", "VIEWER, OWNER", "VIEWER, OPERATOR"})
    void nobodyReachesAboveTheirOwnRole(Role caller, Role touched) {
        assertThatThrownBy(() -> RoleRules.requireWithin(of(caller), of(touched)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> is(problem, ProblemType.FORBIDDEN));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> RoleRules.requireWithin(Set.of("gates:read"), Set.of("gates:read", "gates:write")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.members()).isEqualTo(Map.of("permission", "gates:write")))
                .hasMessageContaining("tenant.role-beyond-own");
    }

    @Test
    void ofAnOwnersPermissionsTheirOwnIsNamed() {
        assertThatThrownBy(() -> RoleRules.requireWithin(Set.of(), Set.of("gates:write", RoleRules.OWNERS_WRITE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.members()).isEqualTo(Map.of("permission", "owners:write")))
                .hasMessageContaining("tenant.role-above-own");
    }

    @Test
    void theLastOwnerStaysOwner() {
        assertThatThrownBy(() -> RoleRules.requireOwnerLeft(Role.OWNER, 0))
                .isInstanceOfSatisfying(ProblemException.class, problem -> is(problem, ProblemType.CONFLICT))
                .hasMessageContaining("tenant.last-owner");
    }

    @Test
    void anOwnerMayGoWhileThereIsAnother() {
        assertThatCode(() -> RoleRules.requireOwnerLeft(Role.OWNER, 1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = "OWNER", mode = EnumSource.Mode.EXCLUDE)
    void everybodyElseMayAlwaysGo(Role role) {
        assertThatCode(() -> RoleRules.requireOwnerLeft(role, 0)).doesNotThrowAnyException();
    }

    private static Set<String> of(Role role) {
        return MemberFixture.permissions(role);
    }

    private static void is(ProblemException problem, ProblemType type) {
        assertThat(problem.type()).isEqualTo(type);
    }
}
