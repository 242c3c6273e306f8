package io.tenantry.tenant.branding.internal.css;

import io.tenantry.tenant.branding.RefusedPart;
import io.tenantry.tenant.branding.RefusedPart.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Looks at a sheet before it is parsed: do its brackets, quotes and comments end, and how deep are they? A parser repairs
 * the first in silence, and the second would let it run deep or long.
 */
final class CssStructure {

    private static final int DEEPEST = 8;
    private static final String OPENING = "({[";
    private static final String CLOSING = ")}]";

    private final String css;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;
    private int line = 1;
    /** Behind the last rule. */
    private int end;

    private CssStructure(String css) {
        this.css = css;
    }

    /** Why the whole sheet is refused, if it is. */
    static Optional<RefusedPart> flaw(String css) {
        return new CssStructure(css).scan();
    }

    /** What stands behind the last rule and is none; the parser would drop it in silence. */
    static Optional<RefusedPart> tail(String css) {
        CssStructure structure = new CssStructure(css);
        structure.scan();
        String tail =
                css.substring(structure.end).replaceAll("(?s)/\\*.*?\\*/", "").strip();
        return tail.isEmpty() ? Optional.empty() : Optional.of(new RefusedPart(structure.line, tail, Reason.SYNTAX));
    }

    private Optional<RefusedPart> scan() {
        while (at < css.length()) {
            char c = css.charAt(at);
            Optional<RefusedPart> flaw = step(c);
            if (flaw.isPresent()) {
                return flaw;
            }
            if (open.isEmpty() && (c == '}' || c == ';')) {
                end = at + 1;
            }
            at++;
        }
        return open.isEmpty() ? Optional.empty() : flaw(Reason.SYNTAX, css.length());
    }

    private Optional<RefusedPart> step(char c) {
        if (c == '\n') {
            line++;
        } else if (Character.isISOControl(c) && c != '\t' && c != '\r') {
            return flaw(Reason.SYNTAX, at);
        } else if (css.startsWith("/*", at)) {
            return skipTo("*/", 2);
        } else if (c == '"' || c == '\'') {
            return skipString(c);
        } else if (c == '\\') {
            at++;
        } else if (OPENING.indexOf(c) >= 0) {
            open.push(CLOSING.charAt(OPENING.indexOf(c)));
            return open.size() > DEEPEST ? flaw(Reason.NESTING, at) : Optional.empty();
        } else if (CLOSING.indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
            return flaw(Reason.SYNTAX, at);
        }
        return Optional.empty();
    }

    private Optional<RefusedPart> skipTo(String end, int from) {
        int found = css.indexOf(end, at + from);
        if (found < 0) {
            return flaw(Reason.SYNTAX, at);
        }
        line += (int) css.substring(at, found).chars().filter(c -> c == '\n').count();
        at = found + end.length() - 1;
        return Optional.empty();
    }

    private Optional<RefusedPart> skipString(char quote) {
        int begin = at;
        for (at++; at < css.length() && css.charAt(at) != quote; at++) {
            char c = css.charAt(at);
            if (Character.isISOControl(c) && c != '\t') {
                return flaw(Reason.SYNTAX, begin);
            }
            if (c == '\\') {
                at++;
            }
        }
        return at < css.length() ? Optional.empty() : flaw(Reason.SYNTAX, begin);
    }

    private Optional<RefusedPart> flaw(Reason reason, int from) {
        int begin = Math.min(from, css.length());
        int end = css.indexOf('\n', begin);
        return Optional.of(new RefusedPart(line, css.substring(begin, end < 0 ? css.length() : end), reason));
    }
}
