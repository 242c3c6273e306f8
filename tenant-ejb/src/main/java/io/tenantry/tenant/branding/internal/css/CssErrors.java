package io.tenantry.tenant.branding.internal.css;

import com.helger.css.parser.ParseException;
import com.helger.css.parser.Token;
import com.helger.css.reader.errorhandler.ICSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.ICSSParseErrorHandler;
import io.tenantry.tenant.branding.RefusedPart;
import io.tenantry.tenant.branding.RefusedPart.Reason;
import java.util.List;

/** Hears from the parser what it leaves out. */
final class CssErrors implements ICSSParseErrorHandler, ICSSInterpretErrorHandler {

    private final List<RefusedPart> refused;

    CssErrors(List<RefusedPart> refused) {
        this.refused = refused;
    }

    @Override
    public void onCSSParseError(ParseException error, Token skipped) {
        refuse(error.currentToken);
    }

    @Override
    public void onCSSUnexpectedRule(Token token, String rule, String message) {
        refused.add(new RefusedPart(line(token), rule, Reason.AT_RULE));
    }

    @Override
    public void onCSSDeprecatedProperty(Token prefix, Token name) {
        refused.add(new RefusedPart(line(name), prefix.image + name.image, Reason.PROPERTY));
    }

    @Override
    public void onCSSBrowserCompliantSkip(ParseException error, Token from, Token to) {
        refuse(error == null ? from : error.currentToken);
    }

    /** Remarks on what was read all the same; it is judged like everything else. */
    @Override
    public void onCSSInterpretationWarning(String message) {}

    @Override
    public void onCSSInterpretationError(String message) {
        refused.add(new RefusedPart(1, message, Reason.SYNTAX));
    }

    /** The token is the last good one before what could not be read. */
    private void refuse(Token token) {
        Token bad = token != null && token.next != null ? token.next : token;
        refused.add(new RefusedPart(line(bad), bad == null || bad.image == null ? "" : bad.image, Reason.SYNTAX));
    }

    private static int line(Token token) {
        return token == null ? 1 : Math.max(1, token.beginLine);
    }
}
