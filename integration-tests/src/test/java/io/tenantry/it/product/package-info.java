/** The product as its clients see it: an address, its HTTP interface, tenants to work with, and its database. */
package io.tenantry.it.product;
