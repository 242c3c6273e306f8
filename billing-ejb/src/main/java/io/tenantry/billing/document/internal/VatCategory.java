package io.tenantry.billing.document.internal;

import io.tenantry.billing.document.InvoiceContent;
import io.tenantry.billing.invoicing.TaxGroup;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import java.math.BigDecimal;

/** How an invoice stands to value added tax (UNTDID 5305): one category for all of it. */
enum VatCategory {
    STANDARD("S", null, ""),
    ZERO_RATED("Z", null, ""),
    EXEMPT("E", "exempt", ""),
    REVERSE_CHARGE("AE", "reverse-charge", "VATEX-EU-AE"),
    /** No tax, and a seller who is not registered for any. */
    OUTSIDE("O", "not-subject", "VATEX-EU-O");

    private final String code;
    private final String reason;
    private final String reasonCode;

    VatCategory(String code, String reason, String reasonCode) {
        this.code = code;
        this.reason = reason;
        this.reasonCode = reasonCode;
    }

    static VatCategory of(InvoiceContent content) {
        if (content.treatment() == Treatment.REVERSE_CHARGE) {
            return REVERSE_CHARGE;
        }
        if (content.seller().taxId().isBlank() && content.tax().isZero()) {
            return OUTSIDE;
        }
        if (content.treatment() == Treatment.EXEMPT) {
            return EXEMPT;
        }
        return rate(content).signum() == 0 ? ZERO_RATED : STANDARD;
    }

    /** All rates are due on the same sum, and the standard has one rate for a line: theirs together. */
    static BigDecimal rate(InvoiceContent content) {
        return content.taxes().stream().map(TaxGroup::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String code() {
        return code;
    }

    /** Empty where none may be given. */
    String reason(Words words) {
        return reason == null ? "" : words.text(reason);
    }

    String reasonCode() {
        return reasonCode;
    }
}
