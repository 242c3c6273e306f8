package io.tenantry.tenant.branding.internal.css;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSMediaExpression;
import com.helger.css.decl.CSSMediaQuery;
import com.helger.css.decl.CSSSupportsConditionDeclaration;
import com.helger.css.decl.CSSSupportsConditionNegation;
import com.helger.css.decl.CSSSupportsConditionNested;
import com.helger.css.decl.ECSSSupportsConditionOperator;
import com.helger.css.decl.ICSSSupportsConditionMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides on the conditions of {@code @media} and {@code @supports}. */
final class CssConditions {

    private CssConditions() {}

    /** The text after {@code @media}; empty if it is refused. */
    static Optional<String> media(List<CSSMediaQuery> queries) {
        return Optional.of(queries)
                .filter(all -> all.stream().allMatch(CssConditions::isAllowed))
                .map(all -> all.stream()
                        .map(query -> query.getAsCSSString(CssValues.WRITING, 0))
                        .collect(Collectors.joining(", ")));
    }

    /** The text after {@code @supports}; empty if it is refused. */
    static Optional<String> supports(List<ICSSSupportsConditionMember> condition, Predicate<CSSDeclaration> allowed) {
        return Optional.of(condition)
                .filter(all -> all.stream().allMatch(member -> isAllowed(member, allowed)))
                .map(all -> all.stream()
                        .map(member ->
                                member.getAsCSSString(CssValues.WRITING, 0).strip())
                        .collect(Collectors.joining(" ")));
    }

    private static boolean isAllowed(CSSMediaQuery query) {
        return (query.getMedium() == null
                        || CssVocabulary.MEDIA.contains(query.getMedium().toLowerCase(Locale.ROOT)))
                && query.getAllMediaExpressions().stream().allMatch(CssConditions::isAllowed);
    }

    private static boolean isAllowed(CSSMediaExpression expression) {
        return CssVocabulary.MEDIA_FEATURES.contains(expression.getFeature().toLowerCase(Locale.ROOT))
                && (expression.getValue() == null
                        || CssValues.refusal(expression.getValue()).isEmpty());
    }

    private static boolean isAllowed(ICSSSupportsConditionMember member, Predicate<CSSDeclaration> allowed) {
        if (member instanceof CSSSupportsConditionDeclaration declaration) {
            return allowed.test(declaration.getDeclaration());
        } else if (member instanceof CSSSupportsConditionNegation negation) {
            return isAllowed(negation.getSupportsMember(), allowed);
        } else if (member instanceof CSSSupportsConditionNested nested) {
            return nested.getAllMembers().stream().allMatch(inner -> isAllowed(inner, allowed));
        }
        return member instanceof ECSSSupportsConditionOperator;
    }
}
