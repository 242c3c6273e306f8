package io.tenantry.web.tenant;

import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.branding.BrandingView;
import io.tenantry.tenant.branding.Colors;
import io.tenantry.tenant.branding.Contrast;
import io.tenantry.tenant.branding.RefusedPart;
import io.tenantry.tenant.branding.Theme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How a tenant looks, for those who may change it.
 *
 * @param customCss as it was written; {@code refused} is what of it is not applied
 * @param logo its address at the tenant's own host, {@code null} where there is none
 */
public record BrandingAnswer(
        String displayName,
        ColorsView colors,
        String theme,
        String customCss,
        List<RefusedView> refused,
        List<ContrastView> contrasts,
        List<WarningView> warnings,
        String logo,
        String favicon,
        long version) {

    /** Each {@code #rrggbb}. */
    public record ColorsView(String primary, String secondary, String accent) {

        static ColorsView of(Colors colors) {
            return new ColorsView(
                    colors.primary().toString(),
                    colors.secondary().toString(),
                    colors.accent().toString());
        }
    }

    /** A part of the style sheet that is not applied; {@code detail} explains {@code reason} in the client's language. */
    public record RefusedView(int line, String part, String reason, String detail) {

        static RefusedView of(RefusedPart refused, Locale language) {
            return new RefusedView(
                    refused.line(),
                    refused.part(),
                    refused.reason().code(),
                    Texts.resolve(Text.of(refused.reason().key()), language));
        }
    }

    /** Contrasts are those of WCAG 2.2, rounded down. */
    public record ContrastView(
            String color,
            String text,
            BigDecimal onText,
            BigDecimal onLight,
            BigDecimal required,
            String dark,
            BigDecimal onDark) {

        static ContrastView of(Contrast contrast) {
            return new ContrastView(
                    contrast.color(),
                    contrast.text().toString(),
                    rounded(contrast.onText()),
                    rounded(contrast.onLight()),
                    BigDecimal.valueOf(contrast.required()),
                    contrast.dark().toString(),
                    rounded(contrast.onDark()));
        }
    }

    /** A colour that is hard to see. */
    public record WarningView(String color, String detail) {

        static WarningView of(Contrast contrast, Locale language) {
            Text text = Text.of("tenant.contrast", contrast.color(), rounded(contrast.onLight()), contrast.required());
            return new WarningView(contrast.color(), Texts.resolve(text, language));
        }
    }

    static BrandingAnswer of(BrandingView view, Locale language) {
        Theme theme = view.theme();
        return new BrandingAnswer(
                view.displayName(),
                ColorsView.of(view.colors()),
                theme.code(),
                view.customCss(),
                view.refused().stream()
                        .map(part -> RefusedView.of(part, language))
                        .toList(),
                view.contrasts().stream().map(ContrastView::of).toList(),
                view.contrasts().stream()
                        .filter(contrast -> contrast.isTooLow(theme))
                        .map(contrast -> WarningView.of(contrast, language))
                        .toList(),
                BrandingServlet.address(BrandingServlet.LOGO, view.logo()),
                BrandingServlet.address(BrandingServlet.FAVICON, view.favicon()),
                view.version());
    }

    private static BigDecimal rounded(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.DOWN);
    }
}
