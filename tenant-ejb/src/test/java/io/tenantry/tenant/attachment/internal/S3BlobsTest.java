package io.tenantry.tenant.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a storage of another's making, which checks the signature of each call. */
class S3BlobsTest {

    private static final String BUCKET = "files";
    private static final String ACCESS = "access";
    private static final String SECRET = "a secret of the storage";
    private static final TransientNio2BlobStore HELD = new TransientNio2BlobStore();
    private static final S3Proxy STORAGE = storage();

    private final TenantId tenant = new TenantId(Ids.next());
    private final UUID id = Ids.next();
    private final byte[] content = random(3_000_000);
    private TenantContext.Scope scope;

    @BeforeAll
    static void starts() throws Exception {
        HELD.createContainer(BUCKET);
        STORAGE.start();
    }

    @AfterAll
    static void stops() throws Exception {
        STORAGE.stop();
    }

    @BeforeEach
    void worksForTheTenant() {
        scope = TenantContext.enter(tenant);
    }

    @AfterEach
    void worksForNobody() {
        scope.close();
    }

    @Test
    void aFileComesBackFromItsTenantsPlace() throws IOException {
        S3Blobs blobs = blobs(SECRET);
        blobs.put(id, () -> new ByteArrayInputStream(content), content.length);

        try (InputStream stored = blobs.open(id)) {
            assertThat(stored.readAllBytes()).isEqualTo(content);
        }
        assertThat(HELD.blobExists(BUCKET, tenant + "/" + id)).isTrue();
    }

    @Test
    void aDeletedFileIsGoneAndMayBeDeletedAgain() throws IOException {
        S3Blobs blobs = blobs(SECRET);
        blobs.put(id, () -> new ByteArrayInputStream(content), content.length);
        blobs.delete(id);
        blobs.delete(id);

        assertThatThrownBy(() -> blobs.open(id)).isInstanceOf(IOException.class).hasMessageContaining("404");
        assertThat(HELD.blobExists(BUCKET, tenant + "/" + id)).isFalse();
    }

    @Test
    void anotherTenantReachesNothing() throws IOException {
        S3Blobs blobs = blobs(SECRET);
        blobs.put(id, () -> new ByteArrayInputStream(content), content.length);

        try (TenantContext.Scope other = TenantContext.enter(new TenantId(Ids.next()))) {
            assertThatThrownBy(() -> blobs.open(id)).isInstanceOf(IOException.class);
            blobs.delete(id);
        }
        assertThat(HELD.blobExists(BUCKET, tenant + "/" + id)).isTrue();
    }

    @Test
    void theStorageRefusesWhoHasNotTheSecret() {
        assertThatThrownBy(() -> blobs("wrong").put(id, () -> new ByteArrayInputStream(content), content.length))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining("wrong");
        assertThat(HELD.blobExists(BUCKET, tenant + "/" + id)).isFalse();
    }

    @Test
    void theStorageRefusesContentThatChangedOnItsWay() {
        byte[] other = random(content.length);
        other[0]++;
        int[] reads = {0};
        assertThatThrownBy(() -> blobs(SECRET)
                        .put(id, () -> new ByteArrayInputStream(reads[0]++ == 0 ? content : other), content.length))
                .isInstanceOf(IOException.class);
        assertThat(reads[0]).isGreaterThan(1);
        assertThat(HELD.blobExists(BUCKET, tenant + "/" + id)).isFalse();
    }

    @Test
    void theStorageIsOpenToNobodyElse() throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                address().resolve("/" + BUCKET + "/").toURL().openConnection();
        assertThat(call.getResponseCode()).isEqualTo(403);
    }

    @Test
    void aBucketStandsInThePathOrBeforeTheHost() {
        URI endpoint = URI.create("https://s3.example.com:8443");
        assertThat(new S3Settings(endpoint, "r", "b", true, "", "").address("t/a"))
                .hasToString("https://s3.example.com:8443/b/t/a");
        assertThat(new S3Settings(endpoint, "r", "b", false, "", "").address("t/a"))
                .hasToString("https://b.s3.example.com:8443/t/a");
        assertThat(new S3Settings(endpoint, "r", "b", true, "access", "sesame").toString())
                .doesNotContain("sesame");
    }

    @Test
    void saysWhatIsMissingInTheConfiguration() {
        S3Blobs blobs = blobs(SECRET);
        blobs.bucket = Optional.empty();
        assertThatThrownBy(() -> blobs.delete(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenantry.s3.bucket");
    }

    private static S3Blobs blobs(String secret) {
        S3Blobs blobs = new S3Blobs();
        blobs.endpoint = Optional.of(address());
        blobs.region = "us-east-1";
        blobs.bucket = Optional.of(BUCKET);
        blobs.pathStyle = true;
        blobs.accessKey = Optional.of(ACCESS);
        blobs.secretKey = Optional.of(secret);
        return blobs;
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + STORAGE.getPort());
    }

    private static S3Proxy storage() {
        return S3Proxy.builder()
                .blobStore(HELD)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS, SECRET)
                .build();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
