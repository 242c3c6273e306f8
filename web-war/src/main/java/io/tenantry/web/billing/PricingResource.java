package io.tenantry.web.billing;

import io.tenantry.billing.pricing.InvalidPricing;
import io.tenantry.billing.pricing.PreviewPrice;
import io.tenantry.billing.pricing.PricedCharge;
import io.tenantry.billing.pricing.PricedLine;
import io.tenantry.billing.pricing.Prorated;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.http.Anyone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows what something would cost; stores nothing. */
@Path("pricing")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
@Anyone
public class PricingResource {

    @Inject
    PreviewPrice preview;

    public record PreviewRequest(
            @NotNull @Valid ChargeRequest charge,
            @NotNull String quantity,
            @NotNull String currency) {}

    public record LineView(String description, String quantity, String unitPrice, String flatFee, String amount) {

        static LineView of(PricedLine line, Locale language) {
            Text text =
                    new Text(line.text().messageKey(), List.copyOf(line.text().arguments()));
            return new LineView(
                    Texts.resolve(text, language),
                    line.quantity().toPlainString(),
                    line.unitPrice().toPlainString(),
                    line.flatFee().toPlainString(),
                    line.amount().toPlainString());
        }
    }

    /** {@code amount} is rounded once, {@code preciseAmount} not. */
    public record PreviewView(MoneyBody amount, String preciseAmount, List<LineView> lines) {}

    public record ProrationRequest(
            @NotNull @Valid MoneyBody amount,
            @NotNull @Pattern(regexp = "month|year") String interval,
            @NotNull LocalDate periodStart,
            @NotNull LocalDate periodEnd,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    public record ProrationView(long billedDays, long periodDays, String fraction, MoneyBody amount) {}

    @POST
    @Path("preview")
    public PreviewView preview(PreviewRequest request, @HeaderParam("Accept-Language") String language) {
        Currency currency = currency(request.currency());
        PricedCharge priced = told(
                "",
                () -> preview.ofQuantity(
                        request.charge().charge("/charge"),
                        Decimals.required("/quantity", request.quantity()),
                        currency));
        Locale locale = Texts.negotiate(language);
        return new PreviewView(
                MoneyBody.of(priced.amount()),
                priced.preciseAmount().toPlainString(),
                priced.lines().stream().map(line -> LineView.of(line, locale)).toList());
    }

    @POST
    @Path("proration")
    public ProrationView prorate(ProrationRequest request) {
        Prorated prorated = told(
                "",
                () -> preview.ofDays(
                        request.amount().money("/amount"),
                        request.periodStart(),
                        request.periodEnd(),
                        request.from(),
                        request.to()));
        return new ProrationView(
                prorated.billedDays(),
                prorated.periodDays(),
                prorated.fraction().toPlainString(),
                MoneyBody.of(prorated.amount()));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/currency", "validation.invalid");
        }
    }

    /** Tells the client where in its body the rule is broken. */
    private static <T> T told(String parent, Supplier<T> pricing) {
        try {
            return pricing.get();
        } catch (InvalidPricing e) {
            boolean outside = e.pointer().equals("/quantity") || e.pointer().equals("/currency");
            String pointer = outside ? e.pointer() : parent + e.pointer();
            throw ProblemException.invalid(List.of(FieldError.of(pointer, e.messageKey())));
        }
    }
}
