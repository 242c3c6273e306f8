package io.tenantry.it;

import static io.tenantry.it.product.Billing.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whom invoices are addressed, and how they are taxed. */
class BillingProfileIT extends BlackBox {

    private static final String RATES = "/api/admin/tax-rates";
    private static final String TAX = "/api/billing/tax";

    private final Api platform = Tenants.platform();
    private Tenant tenant;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
    }

    @Test
    void twoWhoEditSeeEachOther() {
        Answer empty = tenant.owner().get(PROFILE).expect(200);
        assertThat(empty.json().path("legalName").isNull()).isTrue();
        tenant.owner().put(PROFILE, profile("DE", null)).expectProblem(428, "precondition-required");

        Answer first = put(empty, profile("DE", "de 123.456.789")).expect(200);
        assertThat(first.text("taxId")).isEqualTo("DE123456789");
        put(empty, profile("DE", null)).expectProblem(412, "precondition-failed");
        put(first, profile("AT", null)).expect(200);
        assertThat(tenant.owner().get(PROFILE).expect(200).text("country")).isEqualTo("AT");
        assertThat(Tenants.professional()
                        .owner()
                        .get(PROFILE)
                        .expect(200)
                        .json()
                        .path("country")
                        .isNull())
                .isTrue();
    }

    @Test
    void refusesPlacesAndTaxIdsThatAreNone() {
        refused("/country", profile("XX", null));
        refused("/country", profile("de", null));
        refused("/taxId", profile("DE", "DE12345"));
        refused("/taxId", profile("FR", "DE123456789"));
        Map<String, Object> badEmail = profile("EC", null);
        badEmail.put("email", "nobody");
        refused("/email", badEmail);
        Map<String, Object> treated = profile("EC", null);
        treated.put("taxTreatment", "exempt");
        refused("/taxTreatment", treated);
    }

    @Test
    void reverseChargeIsThePlatformsToSayAndEndsWithAnotherPlace() {
        String tax = "/api/admin/tenants/" + tenant.id() + "/tax";
        Api any = platform.with("If-Match", "*");
        any.put(tax, treatment("reverseCharge")).expectProblem(409, "conflict");
        Answer profile = put(tenant.owner().get(PROFILE), profile("DE", null)).expect(200);
        any.put(tax, treatment("reverseCharge")).expectProblem(409, "conflict");
        Answer identified = put(profile, profile("DE", "DE123456789")).expect(200);
        platform.put(tax, treatment("reverseCharge")).expectProblem(428, "precondition-required");
        tenant.owner().with("If-Match", "*").put(tax, treatment("exempt")).expectProblem(403, "forbidden");

        Answer treated = platform.with("If-Match", identified.etag())
                .put(tax, treatment("reverseCharge"))
                .expect(200);

        Answer taxed = tenant.owner().with("Accept-Language", "es").get(TAX).expect(200);
        assertThat(taxed.text("treatment")).isEqualTo("reverseCharge");
        assertThat(taxed.text("note")).startsWith("Inversión del sujeto pasivo");
        put(treated, profile("DE", "DE987654321")).expect(200);
        assertThat(tenant.owner().get(TAX).expect(200).text("treatment")).isEqualTo("standard");
    }

    @Test
    void ratesOfTheRegionAreDueInsteadOfTheCountrys() {
        String region = Tenants.unique();
        Answer country = rate("AQ", "", "T" + region, "5").expect(201);
        Answer own = rate("AQ", region, "First", "9.975").expect(201);
        rate("AQ", region, "Second", "1").expect(201);
        rate("AQ", region, "Second", "2").expectProblem(409, "conflict");
        Map<String, Object> there = profile("AQ", null);
        there.put("region", region);
        put(tenant.owner().get(PROFILE), there).expect(200);

        Answer taxed = tenant.owner().get(TAX).expect(200);
        assertThat(taxed.json().path("rates").findValuesAsText("name")).containsExactly("First", "Second");
        assertThat(taxed.json().path("rates").findValuesAsText("percent")).containsExactly("9.975", "1");

        end(own).expect(200);
        assertThat(tenant.owner().get(TAX).expect(200).json().path("rates").findValuesAsText("name"))
                .containsExactly("Second");
        end(country).expect(200);
        assertThat(platform.get(RATES + "?country=AQ&limit=200").expect(200).each("id"))
                .contains(own.id(), country.id());
    }

    @Test
    void refusesRatesThatAreNone() {
        rate("XX", "", "None", "5").expectProblem(400, "validation");
        rate("AQ", "", "None", "100.01").expectProblem(400, "validation");
        rate("AQ", "", "None", "-1").expectProblem(400, "validation");
        rate("AQ", "", "None", "1.00001").expectProblem(400, "validation");
        rate("AQ", "", "", "1").expectProblem(400, "validation");
    }

    private Answer rate(String country, String region, String name, String percent) {
        return platform.post(
                RATES,
                Json.object(
                        "country",
                        country,
                        "region",
                        region,
                        "name",
                        name,
                        "percent",
                        percent,
                        "validFrom",
                        "2020-01-01"));
    }

    private Answer end(Answer rate) {
        return platform.post(RATES + "/" + rate.id() + "/end", Json.object("validTo", "2020-02-01"));
    }

    private Answer put(Answer seen, Map<String, Object> profile) {
        return tenant.owner().with("If-Match", seen.etag()).put(PROFILE, profile);
    }

    private void refused(String pointer, Map<String, Object> profile) {
        Answer answer =
                tenant.owner().with("If-Match", "*").put(PROFILE, profile).expectProblem(400, "validation");
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).contains(pointer);
    }

    private static Map<String, Object> treatment(String treatment) {
        return Json.object("treatment", treatment, "pricesIncludeTax", false);
    }

    private static Map<String, Object> profile(String country, String taxId) {
        return Json.object("legalName", "Acme Ltd", "street", "Main 1", "country", country, "taxId", taxId);
    }
}
