package io.tenantry.billing.document;

/**
 * A document as it is handed out.
 *
 * @param number of the invoice
 * @param hash of its content
 */
public record DocumentFile(String number, byte[] content, String hash) {

    public DocumentFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
