package io.tenantry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseRolesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | 'plain'",
                "it's | 'it''s'",
                "back\\slash | E'back\\\\slash'",
                "\\' or 1=1 | E'\\\\'' or 1=1'"
            })
    void quotesPasswords(String password, String literal) {
        assertThat(DatabaseRoles.literal(password)).isEqualTo(literal);
    }

    @Test
    void givesEveryRoleItsPassword() {
        assertThat(DatabaseRoles.rolesSql(new DatabasePasswords("o'1", "a2", "b3")))
                .contains("alter role tenantry_owner password 'o''1'")
                .contains("alter role tenantry_app password 'a2'")
                .contains("alter role tenantry_batch password 'b3'")
                .doesNotContain("${");
    }
}
