/**
 * JSON in and out. Providers are {@code @Dependent}: JAX-RS reads what a provider is for from its class, and the proxy of
 * a wider scope hides it, so that now ours and now the server's provider would be taken.
 */
package io.tenantry.web.json;
