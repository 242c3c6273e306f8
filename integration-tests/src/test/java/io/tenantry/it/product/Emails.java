package io.tenantry.it.product;

import java.util.Map;

/** The tenant's own e-mail settings and templates. */
public final class Emails {

    public static final String SETTINGS = "/api/tenant/email-settings";
    public static final String TEMPLATES = "/api/tenant/email-templates";

    private Emails() {}

    public static Map<String, Object> template(String subject, String text, String html) {
        return Json.object("subject", subject, "text", text, "html", html);
    }

    /** Replaces what is at an address, whatever version is there. */
    public static Answer replace(Api api, String path, Object values) {
        return api.with("If-Match", "*").put(path, values);
    }
}
