package io.tenantry.billing.document;

import io.tenantry.billing.document.internal.FacturX;
import io.tenantry.billing.document.internal.InvoicePdf;
import io.tenantry.billing.document.internal.Sha256;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hands out the documents of the thread's tenant. A PDF is made when it is first asked for in a language, outside of every
 * transaction, and stays the same from then on. That takes time and memory, so that few are made at a time.
 */
@ApplicationScoped
public class InvoiceDocuments {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RETRY_AFTER = 5;

    @Inject
    ReadInvoiceContent read;

    @Inject
    KeepDocument keep;

    @Inject
    InvoiceBrand brand;

    @Inject
    BusinessClock clock;

    Semaphore places = new Semaphore(AT_ONCE, true);
    Duration patience = PATIENCE;

    /** @throws ProblemException {@code not-found}, {@code conflict} for a draft, {@code rate-limited} if many are made */
    public DocumentFile pdf(UUID invoice, Locale language) {
        return keep.find(invoice, language).orElseGet(() -> {
            InvoiceContent content = read.content(invoice);
            takePlace();
            try {
                return keep.find(invoice, language).orElseGet(() -> make(invoice, content, language));
            } finally {
                places.release();
            }
        });
    }

    private DocumentFile make(UUID invoice, InvoiceContent content, Locale language) {
        return keep.keep(invoice, language, InvoicePdf.render(content, brand.current(), language, clock.now()));
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ProblemException.of(ProblemType.RATE_LIMITED, Map.of("retryAfter", RETRY_AFTER));
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
