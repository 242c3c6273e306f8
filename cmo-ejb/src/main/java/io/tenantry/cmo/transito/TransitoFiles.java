package io.tenantry.cmo.transito;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.tenant.attachment.AttachableEntity;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Documents and photos belong to a transit. */
@Stateless
public class TransitoFiles implements AttachableEntity {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Override
    public String entity() {
        return CmoCustomFields.TRANSITOS;
    }

    @Override
    public boolean exists(UUID id) {
        return entityManager.find(Transito.class, id) != null;
    }
}
