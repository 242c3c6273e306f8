package io.tenantry.tenant.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "OWNER, OWNER ADMIN OPERATOR VIEWER",
        "ADMIN, ADMIN OPERATOR VIEWER",
        "OPERATOR, OPERATOR VIEWER",
        "VIEWER, VIEWER"
    })
    void includesItselfAndTheRolesAfterIt(Role role, String included) {
        assertThat(Arrays.stream(Role.values()).filter(role::includes).map(Role::name))
                .containsExactly(included.split(" "));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isReadBackFromItsCode(Role role) {
        assertThat(Role.of(role.code())).isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OWNER", "root"})
    void anUnknownCodeFails(String code) {
        assertThatThrownBy(() -> Role.of(code)).isInstanceOf(NoSuchElementException.class);
    }
}
