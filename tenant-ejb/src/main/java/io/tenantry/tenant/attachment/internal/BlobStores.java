package io.tenantry.tenant.attachment.internal;

import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.tenant.attachment.Attachment;
import io.tenantry.tenant.attachment.BlobStore;
import io.tenantry.tenant.attachment.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The stores there are. New files go to the configured one; each is read from where it was put. */
@ApplicationScoped
public class BlobStores {

    @Inject
    @Any
    Instance<BlobStore> all;

    @Inject
    @ConfigProperty(name = "tenantry.storage", defaultValue = "postgres")
    String configured;

    public BlobStore current() {
        return named(configured);
    }

    public BlobStore named(String name) {
        return all.stream()
                .filter(store -> store.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no storage " + name));
    }

    /** A file of the thread's tenant. */
    public StoredFile file(Attachment attachment) {
        return new StoredFile(TenantContext.required(), attachment.view(), named(attachment.store()));
    }
}
