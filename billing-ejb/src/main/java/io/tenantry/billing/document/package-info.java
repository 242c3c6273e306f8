/**
 * Invoices as documents: a PDF/A-3 in the tenant's look, with the invoice as EN 16931 XML (Factur-X) attached. What a
 * document says comes from the stored invoice alone.
 */
package io.tenantry.billing.document;
