package io.tenantry.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which domains no tenant can have. */
class ReservedDomainsTest {

    private final ReservedDomains reserved = new ReservedDomains(
            "tenantry.example.com", Optional.of("admin.example.com, www.example.com"), Optional.of("local,home.arpa"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenantry.example.com",
                "acme.tenantry.example.com",
                "admin.example.com",
                "www.example.com",
                "x.www.example.com",
                "printer.local",
                "x.home.arpa"
            })
    void thePlatformsAndSpecialNamesAreRefused(String domain) {
        assertThatThrownBy(() -> reserved.refuse(DomainName.of(domain)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example.com", "mytenantry.example.com", "local.example", "notlocal.com"})
    void othersAreNot(String domain) {
        assertThatCode(() -> reserved.refuse(DomainName.of(domain))).doesNotThrowAnyException();
    }
}
