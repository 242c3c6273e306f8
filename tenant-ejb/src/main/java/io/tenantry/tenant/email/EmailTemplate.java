package io.tenantry.tenant.email;

/** The three texts of an e-mail, with variables as in {@code {{link}}}. */
public record EmailTemplate(String subject, String text, String html) {}
