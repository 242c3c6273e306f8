package io.tenantry.tenant.branding.internal.css;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorMemberNot;
import com.helger.css.decl.CSSSelectorMemberPseudoIs;
import com.helger.css.decl.CSSSelectorMemberPseudoWhere;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.ECSSAttributeOperator;
import com.helger.css.decl.ECSSSelectorCombinator;
import com.helger.css.decl.ICSSSelectorMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rewrites selectors so that they reach only what is inside the root: {@code .card} becomes {@code .root .card}, and
 * {@code body} the root itself.
 */
final class CssSelectors {

    private static final Set<String> PAGE = Set.of(":root", "html", "body");
    private static final Pattern SIMPLE = Pattern.compile("\\*|[A-Za-z][A-Za-z0-9-]*|[.#]-?[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern NTH =
            Pattern.compile(":nth-(last-)?(child|of-type)\\((odd|even|[+-]?\\d{0,4}n?( ?[+-] ?\\d{1,4})?)\\)");
    private static final Pattern ATTRIBUTE_VALUE = Pattern.compile("[A-Za-z0-9_-]{1,40}|(['\"])[A-Za-z0-9_-]{1,40}\\1");

    private final String root;

    /** @param root a selector, or empty for a sheet that is alone in its document */
    CssSelectors(String root) {
        this.root = root;
    }

    /** @param ofRoot whether it says something of the root itself */
    record Scoped(String text, boolean ofRoot) {}

    /** Empty if the selector is refused. */
    Optional<Scoped> scoped(CSSSelector selector) {
        List<ICSSSelectorMember> members = new ArrayList<>(selector.getAllMembers());
        boolean page = !root.isEmpty() && dropPage(members);
        boolean sideways = !members.isEmpty()
                && Set.of(ECSSSelectorCombinator.PLUS, ECSSSelectorCombinator.TILDE)
                        .contains(members.get(0));
        boolean ofRoot = page && members.stream().noneMatch(ECSSSelectorCombinator.class::isInstance);
        if (page && reachesBeside(members) || !page && (sideways || members.isEmpty())) {
            return Optional.empty();
        }
        return text(members).map(text -> new Scoped(page || root.isEmpty() ? root + text : root + " " + text, ofRoot));
    }

    /** Takes {@code html}, {@code body}, {@code :root} off the beginning, also as {@code html body}. */
    private static boolean dropPage(List<ICSSSelectorMember> members) {
        boolean found = false;
        while (isPage(members, 0)) {
            members.remove(0);
            found = true;
            if (members.size() > 1
                    && (members.get(0) == ECSSSelectorCombinator.BLANK
                            || members.get(0) == ECSSSelectorCombinator.GREATER)
                    && isPage(members, 1)) {
                members.remove(0);
            }
        }
        return found;
    }

    private static boolean isPage(List<ICSSSelectorMember> members, int at) {
        return at < members.size()
                && members.get(at) instanceof CSSSelectorSimpleMember simple
                && PAGE.contains(simple.getValue().toLowerCase(Locale.ROOT));
    }

    /** Whether the first step from the root leads to its neighbours. */
    private static boolean reachesBeside(List<ICSSSelectorMember> members) {
        return members.stream()
                .filter(ECSSSelectorCombinator.class::isInstance)
                .findFirst()
                .filter(step -> step == ECSSSelectorCombinator.PLUS || step == ECSSSelectorCombinator.TILDE)
                .isPresent();
    }

    private static Optional<String> text(List<ICSSSelectorMember> members) {
        StringBuilder text = new StringBuilder();
        for (ICSSSelectorMember member : members) {
            Optional<String> part = text(member);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.get());
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> text(ICSSSelectorMember member) {
        if (member instanceof ECSSSelectorCombinator combinator) {
            return Optional.of(combinator == ECSSSelectorCombinator.BLANK ? " " : " " + combinator.getName() + " ");
        } else if (member instanceof CSSSelectorSimpleMember simple) {
            return Optional.of(simple.getValue()).filter(CssSelectors::isAllowed);
        } else if (member instanceof CSSSelectorAttribute attribute) {
            return Optional.of(attribute)
                    .filter(CssSelectors::isAllowed)
                    .map(a -> a.getAsCSSString(CssValues.WRITING, 0));
        } else if (member instanceof CSSSelectorMemberNot not) {
            return list(":not", not.getAllSelectors());
        } else if (member instanceof CSSSelectorMemberPseudoIs is) {
            return list(":is", is.getAllSelectors());
        } else if (member instanceof CSSSelectorMemberPseudoWhere where) {
            return list(":where", where.getAllSelectors());
        }
        return Optional.empty();
    }

    private static Optional<String> list(String name, List<CSSSelector> selectors) {
        List<Optional<String>> texts = selectors.stream()
                .map(selector -> text(selector.getAllMembers()))
                .toList();
        return texts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(name + "("
                        + String.join(", ", texts.stream().map(Optional::get).toList()) + ")");
    }

    private static boolean isAllowed(String simple) {
        return SIMPLE.matcher(simple).matches()
                || CssVocabulary.PSEUDOS.contains(simple.toLowerCase(Locale.ROOT))
                || NTH.matcher(simple.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isAllowed(CSSSelectorAttribute attribute) {
        boolean plain = attribute.getNamespacePrefix() == null
                && attribute.getCaseSensitivityFlag() == null
                && CssVocabulary.ATTRIBUTES.contains(attribute.getAttrName());
        return plain
                && (attribute.getOperator() == null
                        || attribute.getOperator() == ECSSAttributeOperator.EQUALS
                                && ATTRIBUTE_VALUE
                                        .matcher(attribute.getAttrValue())
                                        .matches());
    }
}
