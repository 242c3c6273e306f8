package io.tenantry.tenant.member;

import io.tenantry.tenant.member.internal.sql.MembershipRows;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The tenants an account belongs to. */
@Stateless
public class Memberships {

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /** By name. */
    public List<Membership> of(UUID account) {
        return MembershipRows.of(entityManager, account);
    }
}
