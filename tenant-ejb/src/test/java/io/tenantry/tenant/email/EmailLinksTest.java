package io.tenantry.tenant.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailLinksTest {

    @Test
    void leadsToTheBaseDomainUnlessToldOtherwise() {
        EmailLinks links = links("app.example.com", Optional.empty());

        assertThat(links.platform("/signup/proof?t=1")).isEqualTo("https://app.example.com/signup/proof?t=1");
        assertThat(links.tenant("acme", "/x")).isEqualTo("https://acme.app.example.com/x");
    }

    @Test
    void keepsSchemeAndPortOfThePublicAddress() {
        EmailLinks links = links("localhost", Optional.of("http://localhost:8080/"));

        assertThat(links.platform("/x")).isEqualTo("http://localhost:8080/x");
        assertThat(links.tenant("acme", "/x")).isEqualTo("http://acme.localhost:8080/x");
    }

    @Test
    void leadsToThePlatformWhereItHasNoSubdomains() {
        EmailLinks links = links("localhost", Optional.of("https://www.example.com"));

        assertThat(links.tenant("acme", "/x")).isEqualTo("https://www.example.com/x");
    }

    private static EmailLinks links(String baseDomain, Optional<String> publicUrl) {
        EmailLinks links = new EmailLinks();
        links.baseDomain = baseDomain;
        links.publicUrl = publicUrl;
        return links;
    }
}
