package io.tenantry.it;

import static io.tenantry.it.product.Branding.BRANDING;
import static io.tenantry.it.product.Branding.FAVICON;
import static io.tenantry.it.product.Branding.LOGO;
import static io.tenantry.it.product.Branding.PUBLIC;
import static io.tenantry.it.product.Branding.PUBLIC_LOGO;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.it.product.Answer;
import io.tenantry.it.product.Api;
import io.tenantry.it.product.Branding;
import io.tenantry.it.product.Tenants;
import io.tenantry.it.product.Tenants.Tenant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's pictures: what is taken, and how it is served. */
class BrandingImagesIT extends BlackBox {

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" onload=\"alert(1)\">"
                    + "<script>alert(2)</script><rect width=\"9\" height=\"9\" fill=\"#14524a\"/></svg>";

    private Tenant tenant;
    private Api owner;
    private Api visitor;

    @BeforeEach
    void makesTenant() {
        tenant = Tenants.professional();
        owner = tenant.owner();
        visitor = Branding.visitor(tenant.slug());
    }

    @Test
    void aLogoIsSeenByVisitorsOfTheHostAlone() {
        Answer stored = owner.put(LOGO, picture(30, 20, "png")).expect(200);

        assertThat(stored.text("mediaType")).isEqualTo("image/png");
        String address = visitor.get(PUBLIC).expect(200).text("logo");
        assertThat(address).isEqualTo(stored.text("address")).startsWith(PUBLIC_LOGO + "?v=");
        Answer seen = visitor.get(address).expect(200);
        assertThat(seen.header("Content-Type")).isEqualTo("image/png");
        assertThat(seen.header("Content-Length")).isEqualTo(stored.text("bytes"));
        assertThat(owner.get(BRANDING).expect(200).text("logo")).isEqualTo(address);
        Api.anonymous().get(address).expectProblem(404, "not-found");
        Branding.visitor(Tenants.professional().slug()).get(address).expectProblem(404, "not-found");
        owner.delete(LOGO).expect(204);
        owner.delete(LOGO).expect(204);
        visitor.get(address).expectProblem(404, "not-found");
    }

    @Test
    void picturesAreServedSoThatTheyCanDoNothing() {
        String address = owner.put(LOGO, picture(30, 20, "gif")).expect(200).text("address");

        Answer seen = visitor.get(address).expect(200);
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(seen.header("Cache-Control")).contains("immutable");
        assertThat(seen.header("Vary")).contains("Host");
        assertThat(visitor.get(PUBLIC_LOGO).expect(200).header("Cache-Control")).isEqualTo("no-cache");
        assertThat(visitor.get(PUBLIC_LOGO + "?v=" + "0".repeat(32)).header("Cache-Control"))
                .isEqualTo("no-cache");
        visitor.with("If-None-Match", seen.etag()).get(address).expect(304);
    }

    @Test // attack case 27
    void nothingActiveOfADrawingSurvives() {
        Answer stored =
                owner.with("Content-Type", "text/html").put(LOGO, bytes(SVG)).expect(200);

        assertThat(stored.text("mediaType")).isEqualTo("image/svg+xml");
        assertThat(stored.json().path("removed").toString()).contains("script", "svg/@onload");
        Answer seen = visitor.get(stored.text("address")).expect(200);
        assertThat(seen.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(seen.body()).contains("<rect").doesNotContain("script", "alert", "onload");
    }

    @Test // attack case 27
    void whatIsBehindAPictureIsNotServed() {
        byte[] png = picture(30, 20, "png");
        byte[] polyglot = new byte[png.length + 40];
        System.arraycopy(png, 0, polyglot, 0, png.length);
        System.arraycopy(bytes("<script>alert(1)</script>"), 0, polyglot, png.length, 25);
        String address = owner.put(LOGO, polyglot).expect(200).text("address");
        assertThat(visitor.get(address).expect(200).body()).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>",
                "%PDF-1.7",
                "GIF89a<script>alert(1)</script>",
                ""
            }) // attack case 27
    void whatIsNoPictureIsRefused(String body) {
        owner.with("Content-Type", "image/png").put(LOGO, bytes(body)).expectProblem(400, "validation");
        visitor.get(PUBLIC_LOGO).expectProblem(404, "not-found");
    }

    @Test // attack case 27
    void tooManyPointsAndTooManyBytesAreRefused() {
        owner.put(LOGO, picture(2049, 1, "png")).expectProblem(400, "validation");
        owner.put(FAVICON, new byte[128 * 1024 + 1]).expectProblem(413, "payload-too-large");
        owner.put(LOGO, new byte[512 * 1024 + 1]).expectProblem(413, "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "%2e%2e/logo", "s", "/logo"}) // attack case 26
    void noPathLeadsOutOfThePictures(String path) {
        Answer answer = visitor.get("/api/branding/logo" + path);
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("root:");
    }

    @Test
    void aFaviconIsSmall() {
        Answer stored = owner.put(FAVICON, picture(512, 256, "jpeg")).expect(200);
        assertThat(stored.json().path("bytes").asInt()).isLessThan(5_000);
        assertThat(visitor.get(PUBLIC).expect(200).text("favicon")).isEqualTo(stored.text("address"));
        visitor.get(stored.text("address")).expect(200);
    }

    @Test
    void aPictureIsReplacedAndLogged() {
        String first = owner.put(LOGO, picture(30, 20, "png")).expect(200).text("address");
        String second = owner.put(LOGO, picture(31, 20, "png")).expect(200).text("address");

        assertThat(second).isNotEqualTo(first);
        assertThat(visitor.get(PUBLIC).expect(200).text("logo")).isEqualTo(second);
        owner.delete(LOGO).expect(204);
        assertThat(owner.get("/api/activity?entity=brandingImage").expect(200).each("action"))
                .containsExactly("brandingImage.deleted", "brandingImage.changed", "brandingImage.changed");
    }

    private static byte[] picture(int width, int height, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
