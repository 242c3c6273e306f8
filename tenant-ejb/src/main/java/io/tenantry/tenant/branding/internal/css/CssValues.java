package io.tenantry.tenant.branding.internal.css;

import com.helger.css.decl.CSSExpression;
import com.helger.css.decl.CSSExpressionMemberFunction;
import com.helger.css.decl.CSSExpressionMemberMath;
import com.helger.css.decl.CSSExpressionMemberTermSimple;
import com.helger.css.decl.CSSExpressionMemberTermURI;
import com.helger.css.decl.ECSSExpressionOperator;
import com.helger.css.decl.ICSSExpressionMember;
import com.helger.css.writer.CSSWriterSettings;
import io.tenantry.tenant.branding.RefusedPart.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides on the values of declarations: words, numbers, colours, plain strings, and functions that only compute. */
final class CssValues {

    static final CSSWriterSettings WRITING = new CSSWriterSettings();

    private static final Pattern TERM = Pattern.compile("-{0,2}[A-Za-z_][A-Za-z0-9_-]*"
            + "|[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?(%|[A-Za-z]+)?"
            + "|#[0-9A-Fa-f]{3,8}"
            + "|\"[^\"\\\\<>@{};\\p{Cntrl}]{0,100}\"|'[^'\\\\<>@{};\\p{Cntrl}]{0,100}'");
    private static final Pattern MATH = Pattern.compile("[A-Za-z0-9_.,%()*/+ -]*");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_-][A-Za-z0-9_-]*)\\(");
    private static final Pattern URL = Pattern.compile("(?i).*(://|url|image|src).*");

    private CssValues() {}

    /** Why the value is refused, if it is. */
    static Optional<Reason> refusal(CSSExpression value) {
        return value.getAllMembers().stream()
                .map(CssValues::refusal)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static String text(CSSExpression value) {
        return value.getAsCSSString(WRITING, 0);
    }

    private static Optional<Reason> refusal(ICSSExpressionMember member) {
        if (member instanceof ECSSExpressionOperator) {
            return Optional.empty();
        } else if (member instanceof CSSExpressionMemberTermSimple term) {
            return TERM.matcher(term.getValue()).matches() ? Optional.empty() : Optional.of(Reason.VALUE);
        } else if (member instanceof CSSExpressionMemberTermURI) {
            return Optional.of(Reason.ADDRESS);
        } else if (member instanceof CSSExpressionMemberFunction function) {
            return refusal(function);
        } else if (member instanceof CSSExpressionMemberMath math) {
            return refusal(math);
        }
        return Optional.of(Reason.VALUE);
    }

    private static Optional<Reason> refusal(CSSExpressionMemberFunction function) {
        String name = function.getFunctionName();
        if (!isAllowed(name)) {
            return Optional.of(URL.matcher(name).matches() ? Reason.ADDRESS : Reason.FUNCTION);
        }
        return function.hasExpression() ? refusal(function.getExpression()) : Optional.empty();
    }

    /** What is computed has many kinds of nodes; its text has few characters. */
    private static Optional<Reason> refusal(CSSExpressionMemberMath math) {
        String text = math.getAsCSSString(WRITING, 0);
        if (!MATH.matcher(text).matches()) {
            return Optional.of(Reason.VALUE);
        }
        Matcher calls = CALL.matcher(text);
        while (calls.find()) {
            if (!isAllowed(calls.group(1))) {
                return Optional.of(Reason.FUNCTION);
            }
        }
        return Optional.empty();
    }

    private static boolean isAllowed(String function) {
        return CssVocabulary.FUNCTIONS.contains(function.toLowerCase(Locale.ROOT));
    }
}
