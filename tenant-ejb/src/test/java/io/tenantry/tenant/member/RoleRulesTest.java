package io.tenantry.tenant.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
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
    void nobodyIsInTheWayOfWhoeverStandsAsHigh(Role caller, Role touched) {
        assertThatCode(() -> RoleRules.requireWithin(caller, touched)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, OWNER", "OPERATOR, OWNER", "OPERATOR, ADMIN", "VIEWER, OWNER", "VIEWER, OPERATOR"})
    void nobodyReachesAboveTheirOwnRole(Role caller, Role touched) {
        assertThatThrownBy(() -> RoleRules.requireWithin(caller, touched))
                .isInstanceOfSatisfying(ProblemException.class, problem -> is(problem, ProblemType.FORBIDDEN));
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

    private static void is(ProblemException problem, ProblemType type) {
        assertThat(problem.type()).isEqualTo(type);
    }
}
