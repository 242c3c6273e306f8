package io.tenantry.web.http;

import io.tenantry.tenant.access.Access;
import jakarta.enterprise.context.RequestScoped;

/** What our filters found out about the running request. */
@RequestScoped
public class CurrentRequest {

    private Access access;
    private byte[] hash = new byte[0];
    private String idempotencyKey;

    /** Who calls; {@code null} where anyone may and nobody is signed in. */
    public Access access() {
        return access;
    }

    void access(Access verified) {
        access = verified;
    }

    /** SHA-256 over method, path and body. */
    byte[] hash() {
        return hash.clone();
    }

    /** Told by whoever reads the body. */
    public void hash(byte[] sha256) {
        hash = sha256.clone();
    }

    /** {@code null} if the client sent none. */
    String idempotencyKey() {
        return idempotencyKey;
    }

    void idempotencyKey(String key) {
        idempotencyKey = key;
    }
}
