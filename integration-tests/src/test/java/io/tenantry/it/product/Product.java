package io.tenantry.it.product;

import java.net.URI;

/** Where the product under test answers. */
public final class Product {

    private static volatile URI address;
    private static volatile URI health;

    private Product() {}

    /** Told by the container once it runs. */
    public static void isAt(URI application, URI healthChecks) {
        address = application;
        health = healthChecks;
    }

    public static URI address() {
        if (address == null) {
            throw new IllegalStateException("The product is not running: is the class a BlackBox?");
        }
        return address;
    }

    /** A raw path with query, exactly as it goes over the wire. Where health is asked for differs between servers. */
    static URI uri(String path) {
        return URI.create((path.startsWith("/health") ? health : address()) + path);
    }
}
