package io.tenantry.web.admin;

import io.tenantry.billing.tax.ChangeTaxRates;
import io.tenantry.billing.tax.StoredTaxRate;
import io.tenantry.billing.tax.TaxRateValues;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.billing.Decimals;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The taxes of countries and regions. A rate is never changed: it ends, and another one begins. */
@Path("admin/tax-rates")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminTaxRatesResource {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;
    private static final String PLAIN = "[^\\p{Cc}\\u2028\\u2029]*";

    @Inject
    ChangeTaxRates rates;

    /**
     * {@code region}: for all of the country if left out, unless the region has rates of its own. {@code validTo}: the first
     * day on which it is no longer due.
     */
    public record TaxRateRequest(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @Size(max = 100) @Pattern(regexp = PLAIN) String region,

            @NotBlank @Size(min = 1, max = 60) @Pattern(regexp = PLAIN)
            String name,

            @NotNull String percent,
            @NotNull LocalDate validFrom,
            LocalDate validTo) {

        TaxRateValues values() {
            BigDecimal number = Decimals.required("/percent", percent);
            if (number.signum() < 0 || number.compareTo(HUNDRED) > 0 || number.scale() > DECIMALS) {
                throw ProblemException.invalid("/percent", "billing.tax-percent-range");
            }
            return new TaxRateValues(
                    country, region == null ? "" : region.strip(), name.strip(), number, validFrom, validTo);
        }
    }

    /** {@code validTo}: the first day on which it is no longer due. */
    public record EndTaxRateRequest(@NotNull LocalDate validTo) {}

    public record TaxRateView(
            UUID id,
            String country,
            String region,
            String name,
            String percent,
            LocalDate validFrom,
            LocalDate validTo,
            Instant createdAt) {

        static TaxRateView of(StoredTaxRate rate) {
            TaxRateValues values = rate.values();
            return new TaxRateView(
                    rate.id(),
                    values.country(),
                    values.region(),
                    values.name(),
                    values.percent().toPlainString(),
                    values.validFrom(),
                    values.validTo(),
                    rate.createdAt());
        }
    }

    @GET
    public Page<TaxRateView> list(@BeanParam ListParameters list, @QueryParam("country") String country) {
        Page<StoredTaxRate> page = rates.page(country, list.page());
        return new Page<>(page.items().stream().map(TaxRateView::of).toList(), page.nextCursor());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaxRateView.class)))
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(rates.get(Parameters.id(id)));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TaxRateView.class)))
    @Consumes("application/json")
    public Response create(TaxRateRequest request) {
        StoredTaxRate rate = rates.create(request.values());
        return Answers.created("admin/tax-rates/" + rate.id(), TaxRateView.of(rate), rate.version());
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaxRateView.class)))
    @Path("{id}/end")
    @Consumes("application/json")
    public Response end(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, EndTaxRateRequest request) {
        return answer(rates.end(Parameters.id(id), request.validTo(), Parameters.version(ifMatch)));
    }

    private static Response answer(StoredTaxRate rate) {
        return Answers.ok(TaxRateView.of(rate), rate.version());
    }
}
