/**
 * Lists as CSV with custom fields as columns, and files of CSV that are imported: each line becomes the same record as a JSON
 * body would, and is checked in the same way.
 */
package io.tenantry.web.csv;
