package io.tenantry.platform.metering;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes one of a resource before the method runs, in the same transaction: when that is rolled back, nothing was taken.
 * Beyond the tenant's limit the method does not run and the caller gets {@code limit-exceeded}.
 *
 * <p>Where there is no transaction yet, as in a resource, one is spanned over the call. What holds of
 * {@link RequiresFeature} about callers and threads holds here too. More than one at a time: {@link Limits#take}.
 *
 * <p>It stands on methods; on a type only the interceptor has it.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithinLimit {

    /** The resource, such as {@code precintos}. */
    @Nonbinding
    String value();
}
