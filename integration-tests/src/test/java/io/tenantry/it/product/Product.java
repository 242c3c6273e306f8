package io.tenantry.it.product;

import java.net.URI;

/** Where the product under test answers. */
public final class Product {

    /** Whose pages may use the embeddable elements. */
    public static final String EMBEDDING_ORIGIN = "http://host.test";

    private static volatile URI address;

    private Product() {}

    /** Told by the container once it runs. */
    public static void isAt(URI base) {
        address = base;
    }

    public static URI address() {
        if (address == null) {
            throw new IllegalStateException("The product is not running: is the class a BlackBox?");
        }
        return address;
    }

    /** A raw path with query, exactly as it goes over the wire. */
    static URI uri(String path) {
        return URI.create(address() + path);
    }
}
