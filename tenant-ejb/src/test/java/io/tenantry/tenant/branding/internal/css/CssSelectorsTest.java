package io.tenantry.tenant.branding.internal.css;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.ECSSSelectorCombinator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the parser of today does not let through. */
class CssSelectorsTest {

    @ParameterizedTest
    @EnumSource(
            value = ECSSSelectorCombinator.class,
            names = {"PLUS", "TILDE"})
    void aSelectorDoesNotBeginBesideTheRoot(ECSSSelectorCombinator combinator) {
        CSSSelector selector =
                new CSSSelector().addMember(combinator).addMember(new CSSSelectorSimpleMember(".banner"));
        assertThat(new CssSelectors(".root").scoped(selector)).isEmpty();
    }

    @Test
    void aSelectorIsNotEmpty() {
        assertThat(new CssSelectors(".root").scoped(new CSSSelector())).isEmpty();
    }
}
