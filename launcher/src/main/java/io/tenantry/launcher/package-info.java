/**
 * Starts Tenantry with one command: data directory, PostgreSQL, Payara Micro and the application in one Java process.
 *
 * <p>{@link io.tenantry.launcher.Launch} reads as the order of the start; {@link io.tenantry.launcher.Shutdown} undoes it
 * backwards.
 */
package io.tenantry.launcher;
