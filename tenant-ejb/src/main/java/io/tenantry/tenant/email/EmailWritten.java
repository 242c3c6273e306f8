package io.tenantry.tenant.email;

/** An e-mail was put into the outbox; it may be sent once the transaction is committed. */
public record EmailWritten() {}
