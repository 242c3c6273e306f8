package io.tenantry.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Said besides {@link SignedInOnly}: also open to an administrator of the platform who acts as somebody else. What is
 * about an account itself, its sessions or how it signs in, never is.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenToImpersonation {}
