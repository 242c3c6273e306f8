/** Which widgets members see, and where. Modules contribute the kinds of widgets as beans. */
package io.tenantry.tenant.dashboard;
