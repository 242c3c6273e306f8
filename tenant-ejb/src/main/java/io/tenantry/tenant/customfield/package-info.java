/**
 * Fields that a tenant adds to rows. A module opens its rows to them like this: its migration calls
 * {@code app.customizable}, its persistence unit names {@link io.tenantry.tenant.customfield.CustomValue}, a bean is a
 * {@link io.tenantry.tenant.customfield.CustomizableEntities}, its view is
 * {@link io.tenantry.tenant.customfield.Customized}, and its use cases read and set values by
 * {@link io.tenantry.tenant.customfield.CustomFields}.
 */
package io.tenantry.tenant.customfield;
