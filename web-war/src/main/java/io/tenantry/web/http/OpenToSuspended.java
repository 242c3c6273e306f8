package io.tenantry.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Said besides {@link RequiresPermission}: also open to members of a tenant that is suspended, so that they can see what
 * they owe and pay it. API keys, and a tenant that is closing, stay out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenToSuspended {}
