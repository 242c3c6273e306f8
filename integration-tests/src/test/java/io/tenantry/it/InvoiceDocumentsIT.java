package io.tenantry.it;

import static io.tenantry.it.product.Invoices.INVOICES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Branding;
import io.tenantry.it.product.Invoices;
import io.tenantry.it.product.Members;
import io.tenantry.it.product.ProductDatabase;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Invoices as documents. */
class InvoiceDocumentsIT extends BlackBox {

    private static Tenant tenant;
    private static Api owner;
    private static String invoice;

    @BeforeAll
    static void issuesAnInvoice() {
        tenant = Tenants.professional();
        owner = tenant.owner();
        invoice = INVOICES + "/" + Invoices.issued(tenant, "INV/7 \"x\"");
    }

    @Test
    void isTheSameEachTime() {
        Answer first = owner.get(invoice + ".pdf").expect(200);

        assertThat(first.body()).startsWith("%PDF-1.");
        assertThat(first.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(first.header("Content-Disposition")).isEqualTo("attachment; filename=\"INV_7__x_.pdf\"");

        Answer second = owner.get(invoice + ".pdf").expect(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.etag()).isEqualTo(first.etag()).isNotBlank();
        owner.with("If-None-Match", first.etag()).get(invoice + ".pdf").expect(304);
        assertThat(ProductDatabase.rowsOf(tenant.id()).get("invoice_document")).isBetween(1L, 2L);
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        String english = owner.get(invoice + ".pdf?locale=en").expect(200).etag();
        String spanish = owner.get(invoice + ".pdf?locale=es").expect(200).etag();
        Api reader = owner.with("Accept-Language", "es-AR,en;q=0.5");

        assertThat(spanish).isNotEqualTo(english);
        assertThat(reader.get(invoice + ".pdf").expect(200).etag()).isEqualTo(spanish);
        assertThat(reader.get(invoice + ".pdf?locale=en").expect(200).etag()).isEqualTo(english);
        assertThat(owner.get(invoice + ".pdf?locale=fr")
                        .expectProblem(400, "validation")
                        .body())
                .contains("/locale");
    }

    @Test
    void hasTheLogoOfTheTenant() throws IOException {
        Tenant branded = Tenants.professional();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        branded.owner().put(Branding.LOGO, png.toByteArray()).expect(200);
        String itsInvoice = INVOICES + "/" + Invoices.issued(branded, "INV-9");

        assertThat(branded.owner().get(itsInvoice + ".pdf").expect(200).body()).contains("/Subtype /Image");
        assertThat(owner.get(invoice + ".pdf").expect(200).body()).doesNotContain("/Subtype /Image");
    }

    @Test
    void isAlsoDataForPrograms() {
        Answer xml = owner.get(invoice + ".xml").expect(200);

        assertThat(xml.header("Content-Type")).startsWith("application/xml");
        assertThat(xml.header("Content-Disposition")).contains("INV_7__x_.xml");
        assertThat(xml.body())
                .contains("<ram:ID>INV/7 &quot;x&quot;</ram:ID>", "<ram:GrandTotalAmount>12.10</ram:GrandTotalAmount>");
    }

    @Test
    void aDraftHasNone() {
        String draft = INVOICES + "/" + Invoices.draft(tenant);

        owner.get(draft + ".pdf").expectProblem(409, "conflict");
        owner.get(draft + ".xml").expectProblem(409, "conflict");
    }

    @Test
    void anotherTenantsIsNotThere() {
        owner.get(invoice + ".pdf").expect(200);
        Api stranger = Tenants.professional().owner();

        for (String form : new String[] {".pdf", ".xml"}) {
            stranger.get(invoice + form).expectProblem(404, "not-found");
            stranger.get(INVOICES + "/" + UUID.randomUUID() + form).expectProblem(404, "not-found");
            stranger.get(INVOICES + "/none" + form).expectProblem(404, "not-found");
        }
    }

    @Test
    void isForThoseWhoSeeTheBilling() {
        Members.add(tenant, "viewer").api().get(invoice + ".pdf").expectProblem(403, "forbidden");
    }

    @Test
    void aSuspendedTenantSeesWhatItOwes() {
        Tenant suspended = Tenants.professional();
        String owed = INVOICES + "/" + Invoices.issued(suspended, "INV-8");
        ProductDatabase.suspend(suspended.id());

        suspended.owner().get(owed + ".pdf").expect(200);
    }
}
