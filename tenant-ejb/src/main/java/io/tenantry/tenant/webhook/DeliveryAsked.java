package io.tenantry.tenant.webhook;

/** Somebody wants a delivery to be made now; it may be, once the transaction is committed. */
public record DeliveryAsked() {}
