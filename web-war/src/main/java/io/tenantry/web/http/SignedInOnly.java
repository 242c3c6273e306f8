package io.tenantry.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to every account that is signed in, in a tenant or in none; to no API key. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignedInOnly {

    /**
     * Whether it is about the tenant the account works in, which then must be there and open. Otherwise somebody whose
     * tenant is closed to its members comes in too, and works in none.
     */
    boolean inTenant() default false;
}
