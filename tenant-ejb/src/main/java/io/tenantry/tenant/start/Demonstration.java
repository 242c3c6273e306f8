package io.tenantry.tenant.start;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.member.Role;
import io.tenantry.tenant.registry.CreateTenant;
import io.tenantry.tenant.start.DemoData.Organization;
import io.tenantry.tenant.start.DemoData.Organization.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Who is there in the demonstration. Each organization is created in a transaction of its own. */
@ApplicationScoped
public class Demonstration {

    private static final System.Logger LOGGER = System.getLogger(Demonstration.class.getName());

    @Inject
    DemoData data;

    @Inject
    Event<DemoTenantFilled> filled;

    /** What is there already stays as it is. */
    public void create() {
        data.administrator();
        Member multiAsAdmin = new Member("multi@tenantry.test", "Multi", Role.ADMIN);
        create(
                new Organization("acme", "Acme Logistics", "professional", false, 4),
                new Member("owner@acme.test", "Acme Owner", Role.OWNER),
                new Member("viewer@acme.test", "Acme Viewer", Role.VIEWER),
                multiAsAdmin);
        create(
                new Organization("globex", "Globex Transport", "starter", false, 1),
                new Member("owner@globex.test", "Globex Owner", Role.OWNER),
                new Member(multiAsAdmin.email(), multiAsAdmin.name(), Role.VIEWER));
        create(
                new Organization("initech", "Initech Freight", "professional", true, 1),
                new Member("owner@initech.test", "Initech Owner", Role.OWNER));
    }

    private void create(Organization organization, Member... members) {
        if (!data.isMissing(organization)) {
            return;
        }
        try {
            TenantId tenant = CreateTenant.newId();
            TenantContext.run(tenant, () -> data.create(organization, List.of(members)));
            filled.fire(new DemoTenantFilled(tenant));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.CONFLICT) {
                throw e;
            }
            LOGGER.log(System.Logger.Level.INFO, "another node has just made " + organization.slug());
        }
    }
}
