package io.tenantry.web.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The successful answers resources give. */
public final class Answers {

    private Answers() {}

    /** 200 with an entity tag made of the version. */
    public static Response ok(Object entity, long version) {
        return Response.ok(entity).tag(tag(version)).build();
    }

    /** 201 with the address of what was made. */
    public static Response created(String address, Object entity, long version) {
        return Response.created(URI.create(address)).entity(entity).tag(tag(version)).build();
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
