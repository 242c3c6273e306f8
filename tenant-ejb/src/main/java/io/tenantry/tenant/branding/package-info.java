/** How a tenant looks to its members: name, colours, pictures and a style sheet of its own. */
package io.tenantry.tenant.branding;
