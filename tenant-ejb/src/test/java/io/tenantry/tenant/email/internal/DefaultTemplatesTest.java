package io.tenantry.tenant.email.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailTemplate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultTemplatesTest {

    @ParameterizedTest
    @EnumSource
    void keepsTheRulesOfTenantsOwnTemplates(EmailKey key) {
        for (Locale language : Texts.LANGUAGES) {
            EmailTemplate template = DefaultTemplates.of(key, language);
            assertThat(TemplateRules.violations(key, template))
                    .as("%s %s", key, language)
                    .isEmpty();
            assertThat(template.subject()).isNotBlank().doesNotContain("\n");
            assertThat(template.html()).contains("<a href=\"{{link}}\">");
        }
    }

    /** Whoever sends the e-mail gives them for a reason. */
    @ParameterizedTest
    @EnumSource
    void saysEverythingThereIsToSay(EmailKey key) {
        for (Locale language : Texts.LANGUAGES) {
            EmailTemplate template = DefaultTemplates.of(key, language);
            Set<String> named = new TreeSet<>(FillIn.names(template.subject()));
            named.addAll(FillIn.names(template.text()));
            assertThat(named).as("%s %s", key, language).containsAll(key.variables());
        }
    }

    @Test
    void takesTheNearestLanguage() {
        assertThat(DefaultTemplates.nearest("es")).isEqualTo(new Locale("es"));
        assertThat(DefaultTemplates.nearest("fr")).isEqualTo(Locale.ENGLISH);
        assertThat(DefaultTemplates.nearest("")).isEqualTo(Locale.ENGLISH);
    }
}
