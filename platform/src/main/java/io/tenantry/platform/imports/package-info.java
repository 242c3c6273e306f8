/**
 * Entering many things from a file at once. A module's use case gets the lines that could be read, rejects those that it
 * cannot take, and enters the others in one transaction; {@code ImportPrecintos} shows how.
 */
package io.tenantry.platform.imports;
