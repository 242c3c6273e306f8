package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.attachment.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files in an S3-compatible storage, each under its tenant. */
@ApplicationScoped
public class S3Blobs implements BlobStore {

    static final String NAME = "s3";

    @Inject
    @ConfigProperty(name = "tenantry.s3.endpoint")
    Optional<URI> endpoint;

    @Inject
    @ConfigProperty(name = "tenantry.s3.region", defaultValue = "us-east-1")
    String region;

    @Inject
    @ConfigProperty(name = "tenantry.s3.bucket")
    Optional<String> bucket;

    @Inject
    @ConfigProperty(name = "tenantry.s3.path-style", defaultValue = "true")
    boolean pathStyle;

    @Inject
    @ConfigProperty(name = "tenantry.s3.access-key")
    Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "tenantry.s3.secret-key")
    Optional<String> secretKey;

    private volatile S3Calls calls;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void put(UUID id, Content content, long length) throws IOException {
        calls().put(key(id), content, length);
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return calls().get(key(id));
    }

    @Override
    public void delete(UUID id) throws IOException {
        calls().delete(key(id));
    }

    private static String key(UUID id) {
        return TenantContext.required() + "/" + id;
    }

    /** Made when first needed: most do without. */
    private S3Calls calls() {
        if (calls == null) {
            calls = new S3Calls(new S3Settings(
                    set(endpoint, "endpoint"),
                    region,
                    set(bucket, "bucket"),
                    pathStyle,
                    set(accessKey, "access-key"),
                    set(secretKey, "secret-key")));
        }
        return calls;
    }

    private static <T> T set(Optional<T> value, String name) {
        return value.orElseThrow(() -> new IllegalStateException("tenantry.s3." + name + " is not set"));
    }
}
