package io.tenantry.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Domain;
import io.tenantry.it.product.Json;
import io.tenantry.it.product.Plans;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A period ends by the test clock, and its invoice says what the estimate said. */
class InvoicesIT extends BlackBox {

    private static final String CLOCK = "/api/admin/clock";
    private static final String INVOICES = "/api/billing/invoices";
    private static final String ESTIMATE = "/api/billing/estimate";

    private static Api platform;
    private static Tenant tenant;
    private static Api owner;
    private static JsonNode firstEstimate;
    private static JsonNode estimate;

    @BeforeAll
    static void aMonthPasses() {
        platform = Tenants.platform();
        tenant = Tenants.professional();
        owner = tenant.owner();
        Map<String, Object> limit = Plans.limit("transitos", 1, null);
        limit.put("overage", Json.object("model", "perUnit", "unitPrice", "0.25"));
        String plan = Plans.reserved(platform, tenant.id(), Plans.values(List.of("apiAccess"), limit));
        Plans.move(platform, tenant.id(), plan).expect(200);
        String seal = Domain.createPrecinto(owner);
        for (int i = 0; i < 4; i++) {
            owner.post(Domain.TRANSITOS, Domain.transito(seal)).expect(201);
        }
        firstEstimate = owner.get(ESTIMATE).expect(200).json();
        forward(Duration.ofDays(2));
        estimate = owner.get(ESTIMATE).expect(200).json();
        forward(Duration.ofDays(31));
    }

    @Test
    void theFirstInvoiceIsTheBaseAndTheNextOneWhatWasEstimated() {
        JsonNode first = invoice("10.00");
        JsonNode second = invoice("10.75");

        assertThat(kinds(first)).containsExactly("base");
        assertThat(first.path("lines")).isEqualTo(firstEstimate.path("current").path("lines"));
        assertThat(kinds(second)).containsExactly("overage", "base");
        assertThat(second.path("lines")).isEqualTo(estimate.path("current").path("lines"));
        assertThat(second.path("total")).isEqualTo(estimate.path("current").path("total"));
        assertThat(estimate.path("projected").path("total").path("amount").decimalValue())
                .isNotNegative();
        assertThat(second.path("number").asText()).startsWith("INV-");
        assertThat(second.path("dueAt").asText())
                .isEqualTo(LocalDate.parse(second.path("issuedOn").asText()).plusDays(14) + "T00:00:00Z");
    }

    @Test
    void theUsageBehindAnOverageCanBeRead() {
        JsonNode line = invoice("10.75").path("lines").get(0);

        Answer days = owner.get(line.path("usage").asText()).expect(200);

        assertThat(line.path("quantity").asText()).isEqualTo("3");
        assertThat(line.path("unitPrice").asText()).isEqualTo("0.25");
        assertThat(days.items().mapToInt(day -> day.path("quantity").asInt()).sum())
                .isEqualTo(4);
    }

    @Test
    void linesAreInTheLanguageOfTheReader() {
        String id = invoice("10.75").path("id").asText();

        Answer spanish =
                owner.with("Accept-Language", "es").get(INVOICES + "/" + id).expect(200);

        assertThat(spanish.json().path("lines").get(0).path("description").asText())
                .startsWith("Tránsitos");
    }

    @Test
    void theListIsACsvToo() {
        String csv = owner.get(INVOICES + "?format=csv").expect(200).body();

        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("number,kind,status,issuedOn");
        assertThat(csv).contains("10.75", "period");
        owner.get(INVOICES + "?format=xml").expectProblem(400, "validation");
        owner.get(INVOICES + "?status=late").expectProblem(400, "validation");
    }

    @Test
    void anotherTenantSeesNoneOfThem() {
        Api other = Tenants.professional().owner();

        assertThat(other.get(INVOICES).expect(200).items()).isEmpty();
        other.get(INVOICES + "/" + invoice("10.75").path("id").asText()).expectProblem(404, "not-found");
    }

    @Test
    void anInvoiceIsVoidedOnceAndAnotherIsCreditedToTheCent() {
        String voided = invoice("10.00").path("id").asText();
        String credited = invoice("10.75").path("id").asText();
        Map<String, Object> reason = Json.object("reason", "A mistake");

        JsonNode whole = owner.get(INVOICES + "/" + credited).expect(200).json();
        assertThat(whole.path("status").asText()).isEqualTo("open");
        assertThat(whole.path("amountDue").path("amount").asText()).isEqualTo("10.75");
        platform.post(admin(credited, "credit-notes"), part("10.76")).expectProblem(400, "validation");
        platform.post(admin(credited, "credit-notes"), part("0.75")).expect(201);
        JsonNode open = owner.get(INVOICES + "/" + credited).expect(200).json();
        assertThat(open.path("amountDue").path("amount").asText()).isEqualTo("10.00");
        Answer note = platform.post(admin(credited, "credit-notes"), reason).expect(201);
        assertThat(note.text("number")).startsWith("CN-");
        assertThat(note.json().path("total").path("amount").asText()).isEqualTo("10.00");
        assertThat(owner.get(INVOICES + "/" + credited).expect(200).text("status"))
                .isEqualTo("paid");
        platform.post(admin(credited, "credit-notes"), reason).expectProblem(409, "conflict");
        platform.post(admin(credited, "void"), reason).expectProblem(409, "conflict");

        assertThat(platform.post(admin(voided, "void"), reason).expect(200).text("status"))
                .isEqualTo("void");
        platform.post(admin(voided, "void"), reason).expectProblem(409, "conflict");
        owner.post(admin(voided, "void"), reason).expectProblem(403, "forbidden");
    }

    @Test
    void runByHandItFindsNothingLeft() {
        String today = Instant.parse(platform.get(CLOCK).expect(200).text("now"))
                .toString()
                .substring(0, 10);

        platform.post("/api/admin/jobs/invoice-run", Json.object("asOf", today)).expect(200);
        Answer again = platform.post("/api/admin/jobs/invoice-run", Json.object("asOf", today))
                .expect(200);

        assertThat(again.json().path("invoiced").asInt()).isZero();
    }

    private static Map<String, Object> part(String amount) {
        return Json.object("reason", "A mistake", "amount", Json.object("amount", amount, "currency", "USD"));
    }

    private static String admin(String invoice, String action) {
        return "/api/admin/tenants/" + tenant.id() + "/invoices/" + invoice + "/" + action;
    }

    /** The one over this total, with its lines. */
    private static JsonNode invoice(String total) {
        String id = owner.get(INVOICES)
                .expect(200)
                .items()
                .filter(invoice -> invoice.path("kind").asText().equals("period"))
                .filter(invoice -> invoice.path("total").path("amount").asText().equals(total))
                .map(invoice -> invoice.path("id").asText())
                .findFirst()
                .orElseThrow();
        return owner.get(INVOICES + "/" + id).expect(200).json();
    }

    private static List<String> kinds(JsonNode invoice) {
        Stream<JsonNode> lines = StreamSupport.stream(invoice.path("lines").spliterator(), false);
        return lines.map(line -> line.path("kind").asText()).toList();
    }

    private static void forward(Duration duration) {
        Instant now = Instant.parse(platform.get(CLOCK).expect(200).text("now"));
        platform.put(CLOCK, Json.object("now", now.plus(duration).toString())).expect(200);
    }
}
