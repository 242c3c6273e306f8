/** The product as an operator meets it: a process that is started, killed, refused a start, and started beside another. */
package io.tenantry.it.launcher;
