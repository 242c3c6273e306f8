package io.tenantry.tenant.webhook;

/** What became of a delivery; named as in the API. */
public enum DeliveryState {
    /** It is, or will be, attempted. */
    waiting,
    delivered,
    /** Given up. */
    dead
}
