package io.tenantry.billing.invoicing;

import java.util.UUID;

/** Nobody waits for an invoice's money any more: it is paid, void, credited or given up. In the transaction of that. */
public record InvoiceSettled(UUID invoice) {}
