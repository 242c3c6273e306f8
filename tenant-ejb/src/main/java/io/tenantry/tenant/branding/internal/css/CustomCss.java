package io.tenantry.tenant.branding.internal.css;

import com.helger.css.ICSSSourceLocationAware;
import com.helger.css.ICSSWriteable;
import com.helger.css.decl.AbstractHasTopLevelRules;
import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CSSSupportsRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import io.tenantry.tenant.branding.RefusedPart;
import io.tenantry.tenant.branding.RefusedPart.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reduces a style sheet to what is harmless. It is parsed, each node is compared with lists of what is allowed, and what
 * passes is written anew: no character of the source gets into the result without having been understood.
 */
public final class CustomCss {

    private static final int CONDITIONS_DEEP = 3;

    private final CssSelectors selectors;
    private final Set<String> properties;
    private final StringBuilder sheet = new StringBuilder();
    private final List<RefusedPart> refused = new ArrayList<>();

    private CustomCss(String root, Set<String> properties) {
        this.selectors = new CssSelectors(root);
        this.properties = properties;
    }

    /**
     * Of a page: reaches only what is inside an element that {@code root} selects.
     *
     * @param css of a bounded length
     */
    public static ReducedCss ofPage(String css, String root) {
        return new CustomCss(root, CssVocabulary.PROPERTIES).reduce(css);
    }

    /** Of a drawing, for which it is the only sheet. */
    public static ReducedCss ofImage(String css) {
        return new CustomCss("", CssVocabulary.IMAGE_PROPERTIES).reduce(css);
    }

    private ReducedCss reduce(String css) {
        Optional<RefusedPart> flaw = CssStructure.flaw(css);
        if (flaw.isPresent()) {
            return new ReducedCss("", List.of(flaw.get()));
        }
        refuseCharset(css);
        CssStructure.tail(css).ifPresent(refused::add);
        CssErrors errors = new CssErrors(refused);
        CascadingStyleSheet parsed = CSSReader.readFromStringReader(
                css,
                new CSSReaderSettings()
                        .setBrowserCompliantMode(true)
                        .setCustomErrorHandler(errors)
                        .setInterpretErrorHandler(errors)
                        .setCustomExceptionHandler(error -> errors.onCSSParseError(error, null)));
        if (parsed != null) {
            parsed.getAllImportRules().forEach(rule -> refuse(rule, rule, Reason.AT_RULE));
            parsed.getAllNamespaceRules().forEach(rule -> refuse(rule, rule, Reason.AT_RULE));
            write(parsed, "");
        }
        return new ReducedCss(sheet.toString(), refused);
    }

    /** The parser takes it for an instruction to itself and forgets it. */
    private void refuseCharset(String css) {
        if (css.regionMatches(true, 0, "@charset", 0, 8)) {
            refused.add(new RefusedPart(1, "@charset", Reason.AT_RULE));
        }
    }

    private void write(AbstractHasTopLevelRules rules, String indent) {
        for (ICSSTopLevelRule rule : rules.getAllRules()) {
            if (rule instanceof CSSStyleRule style) {
                write(style, indent);
            } else if (rule instanceof CSSMediaRule media) {
                write("@media ", CssConditions.media(media.getAllMediaQueries()), media, media, indent);
            } else if (rule instanceof CSSSupportsRule supports) {
                Optional<String> condition = CssConditions.supports(
                        supports.getAllSupportConditionMembers(),
                        declaration -> refusal(declaration, false).isEmpty());
                write("@supports ", condition, supports, supports, indent);
            } else {
                refuse(rule, (ICSSSourceLocationAware) rule, Reason.AT_RULE);
            }
        }
    }

    private void write(
            String name,
            Optional<String> condition,
            AbstractHasTopLevelRules rules,
            ICSSTopLevelRule rule,
            String indent) {
        if (condition.isEmpty() || indent.length() / 2 >= CONDITIONS_DEEP) {
            Reason reason = condition.isEmpty() ? Reason.CONDITION : Reason.NESTING;
            refuse(rule, (ICSSSourceLocationAware) rule, reason);
            return;
        }
        sheet.append(indent).append(name).append(condition.get()).append(" {\n");
        write(rules, indent + "  ");
        sheet.append(indent).append("}\n");
    }

    private void write(CSSStyleRule rule, String indent) {
        List<CssSelectors.Scoped> reached = new ArrayList<>();
        for (CSSSelector selector : rule.getAllSelectors()) {
            selectors
                    .scoped(selector)
                    .ifPresentOrElse(reached::add, () -> refuse(selector, selector, rule, Reason.SELECTOR));
        }
        boolean ofRoot = reached.stream().anyMatch(CssSelectors.Scoped::ofRoot);
        List<String> declarations = new ArrayList<>();
        for (CSSDeclaration declaration : rule.getAllDeclarations()) {
            refusal(declaration, ofRoot)
                    .ifPresentOrElse(
                            reason -> refuse(declaration, declaration, rule, reason),
                            () -> declarations.add(text(declaration)));
        }
        if (!reached.isEmpty() && !declarations.isEmpty()) {
            sheet.append(indent)
                    .append(String.join(
                            ", ",
                            reached.stream().map(CssSelectors.Scoped::text).toList()))
                    .append(" { ")
                    .append(String.join(" ", declarations))
                    .append(" }\n");
        }
    }

    private Optional<Reason> refusal(CSSDeclaration declaration, boolean ofRoot) {
        String property = declaration.getProperty().toLowerCase(Locale.ROOT);
        boolean variable = property.matches("--[a-z0-9][a-z0-9-]{0,63}");
        boolean ofRootAllowed = variable || CssVocabulary.ROOT_PROPERTIES.contains(property);
        if (!ofRootAllowed && !properties.contains(property)) {
            return Optional.of(Reason.PROPERTY);
        }
        if (ofRoot && !ofRootAllowed) {
            return Optional.of(Reason.ROOT_PROPERTY);
        }
        if (property.equals("position")
                && !CssVocabulary.POSITION
                        .matcher(CssValues.text(declaration.getExpression()).toLowerCase(Locale.ROOT))
                        .matches()) {
            return Optional.of(Reason.VALUE);
        }
        return CssValues.refusal(declaration.getExpression());
    }

    private static String text(CSSDeclaration declaration) {
        String important = declaration.isImportant() ? " !important" : "";
        return declaration.getProperty() + ": " + CssValues.text(declaration.getExpression()) + important + ";";
    }

    private void refuse(ICSSWriteable part, ICSSSourceLocationAware place, Reason reason) {
        refuse(part, place, place, reason);
    }

    private void refuse(
            ICSSWriteable part, ICSSSourceLocationAware place, ICSSSourceLocationAware around, Reason reason) {
        ICSSSourceLocationAware known = place.getSourceLocation() == null ? around : place;
        int line = known.getSourceLocation() == null
                ? 1
                : known.getSourceLocation().getFirstTokenBeginLineNumber();
        String text = part.getAsCSSString(CssValues.WRITING, 0).strip();
        refused.add(new RefusedPart(line, text, reason));
    }
}
