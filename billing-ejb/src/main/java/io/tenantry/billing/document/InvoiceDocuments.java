package io.tenantry.billing.document;

import io.tenantry.billing.document.internal.FacturX;
import io.tenantry.billing.document.internal.InvoicePdf;
import io.tenantry.billing.document.internal.Sha256;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;

/**
 * Hands out the documents of the thread's tenant. A PDF is made when it is first asked for in a language, outside of every
 * transaction, and stays the same from then on.
 */
@ApplicationScoped
public class InvoiceDocuments {

    @Inject
    ReadInvoiceContent read;

    @Inject
    KeepDocument keep;

    @Inject
    InvoiceBrand brand;

    @Inject
    BusinessClock clock;

    /** @throws ProblemException {@code not-found}, {@code conflict} for a draft */
    public DocumentFile pdf(UUID invoice, Locale language) {
        return keep.find(invoice, language).orElseGet(() -> {
            InvoiceContent content = read.content(invoice);
            return keep.keep(invoice, language, InvoicePdf.render(content, brand.current(), language, clock.now()));
        });
    }

    /**
     * The XML alone.
     *
     * @throws ProblemException {@code not-found}, {@code conflict} for a draft and for what the standard cannot express
     */
    public DocumentFile xml(UUID invoice, Locale language) {
        InvoiceContent content = read.content(invoice);
        byte[] xml =
                FacturX.xml(content, language).orElseThrow(() -> ProblemException.conflict("billing.document.no-xml"));
        return new DocumentFile(content.number(), xml, Sha256.hex(xml));
    }
}
