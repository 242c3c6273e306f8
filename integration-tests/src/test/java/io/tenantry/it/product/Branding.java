package io.tenantry.it.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** How tenants look. */
public final class Branding {

    public static final String BRANDING = "/api/tenant/branding";
    public static final String LOGO = BRANDING + "/logo";
    public static final String FAVICON = BRANDING + "/favicon";
    public static final String PUBLIC = "/api/branding";
    public static final String PUBLIC_LOGO = "/api/branding/logo";
    public static final String SHEET = "/branding.css";

    /** A named text of the corpora. */
    public record Sample(String name, String text) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Branding() {}

    public static Map<String, Object> values(String css) {
        return Json.object(
                "displayName",
                "Acme Maritime",
                "colors",
                Json.object("primary", "#0b5fff", "secondary", "#334455", "accent", "#C08"),
                "theme",
                "auto",
                "customCss",
                css);
    }

    /** Sets what is given on top of whatever there is. */
    public static Answer set(Api api, Map<String, Object> values) {
        String etag = api.get(BRANDING).expect(200).etag();
        return api.with("If-Match", etag).put(BRANDING, values);
    }

    /** Whoever comes to the tenant's own host. */
    public static Api visitor(String slug) {
        return Api.anonymous().with("Host", host(slug));
    }

    public static String host(String slug) {
        return slug + ".localhost:" + Product.address().getPort();
    }

    public static Stream<Sample> samples(String file) {
        try (InputStream in = Branding.class.getResourceAsStream("/branding/" + file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(section -> {
                int end = section.indexOf('\n');
                return new Sample(section.substring(0, end), section.substring(end + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
