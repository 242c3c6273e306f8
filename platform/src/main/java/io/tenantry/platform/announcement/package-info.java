/** What one node changed, heard by all: triggers call {@code app.announce}, and each node hears it as a CDI event. */
package io.tenantry.platform.announcement;
