package io.tenantry.platform.metering;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs only for tenants that have a feature, by their plan or by an override; others get {@code feature-not-in-plan}.
 *
 * <p>For use cases, resources and what jobs call: every bean whose caller is not itself. The thread must work for a
 * tenant. A timer's own method is not intercepted; it names its tenants and calls such a bean for each.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresFeature {

    /** The feature's code, such as {@code webhooks}. */
    @Nonbinding
    String value();
}
