package io.tenantry.web.admin;

import io.tenantry.platform.page.Page;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.tenant.plan.ChangePlans;
import io.tenantry.tenant.plan.FindPlans;
import io.tenantry.tenant.plan.PlanValues;
import io.tenantry.tenant.plan.PlanVersions;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.FindTenants;
import io.tenantry.web.http.Answers;
import io.tenantry.web.http.ListParameters;
import io.tenantry.web.http.Parameters;
import io.tenantry.web.http.PlatformAdminOnly;
import io.tenantry.web.tenant.PlanView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The plans in all their versions. Those reserved for a tenant are seen and changed only when it is named: the work is
 * then done for that tenant, as the database demands.
 */
@Path("admin/plans")
@RequestScoped
@Produces("application/json")
@PlatformAdminOnly
public class AdminPlansResource {

    @Inject
    FindPlans find;

    @Inject
    ChangePlans change;

    @Inject
    FindTenants tenants;

    /** {@code versions}: newest first. */
    public record PlanVersionsView(String code, UUID reservedFor, List<PlanView> versions) {

        static PlanVersionsView of(PlanVersions plan) {
            TenantPlan newest = plan.newest();
            return new PlanVersionsView(
                    newest.code(),
                    newest.reservedFor().orElse(null),
                    plan.versions().stream().map(PlanView::of).toList());
        }
    }

    @GET
    public Page<PlanView> list(@BeanParam ListParameters list, @QueryParam("reservedFor") String reservedFor) {
        Page<TenantPlan> page = workingFor(reservedFor, () -> find.page(list.page()));
        return new Page<>(page.items().stream().map(PlanView::of).toList(), page.nextCursor());
    }

    @GET
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanVersionsView.class)))
    @Path("{code}")
    public Response get(@PathParam("code") String code, @QueryParam("reservedFor") String reservedFor) {
        return answer(workingFor(reservedFor, () -> find.get(code)));
    }

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlanVersionsView.class)))
    @Consumes("application/json")
    public Response create(NewPlanRequest request) {
        PlanValues values = request.first().values();
        String reservedFor =
                request.reservedFor() == null ? null : request.reservedFor().toString();
        PlanVersions plan = workingFor(reservedFor, () -> change.create(request.code(), values));
        String query = reservedFor == null ? "" : "?reservedFor=" + reservedFor;
        return Answers.created("admin/plans/" + request.code() + query, PlanVersionsView.of(plan), plan.revision());
    }

    @PUT
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanVersionsView.class)))
    @Path("{code}")
    @Consumes("application/json")
    public Response change(
            @PathParam("code") String code,
            @QueryParam("reservedFor") String reservedFor,
            @HeaderParam("If-Match") String ifMatch,
            PlanRequest request) {
        OptionalLong expected = Parameters.requiredVersion(ifMatch);
        PlanValues values = request.values();
        return answer(workingFor(reservedFor, () -> change.change(code, expected, values)));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanVersionsView.class)))
    @Path("{code}/publish")
    public Response publish(
            @PathParam("code") String code,
            @QueryParam("reservedFor") String reservedFor,
            @HeaderParam("If-Match") String ifMatch) {
        OptionalLong expected = Parameters.requiredVersion(ifMatch);
        return answer(workingFor(reservedFor, () -> change.publish(code, expected)));
    }

    @POST
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanVersionsView.class)))
    @Path("{code}/withdraw")
    public Response withdraw(
            @PathParam("code") String code,
            @QueryParam("reservedFor") String reservedFor,
            @HeaderParam("If-Match") String ifMatch) {
        OptionalLong expected = Parameters.requiredVersion(ifMatch);
        return answer(workingFor(reservedFor, () -> change.withdraw(code, expected)));
    }

    private static Response answer(PlanVersions plan) {
        return Answers.ok(PlanVersionsView.of(plan), plan.revision());
    }

    /** A request that names a tenant otherwise too must not reserve, by oversight, what is meant for everybody. */
    private <T> T workingFor(String reservedFor, Supplier<T> work) {
        UUID id = Parameters.idOrNull("reservedFor", reservedFor);
        if (id == null && TenantContext.current().isPresent()) {
            throw ProblemException.invalid("/reservedFor", "validation.required");
        }
        if (id == null) {
            return work.get();
        }
        TenantId tenant = tenants.named(id.toString())
                .orElseThrow(() -> ProblemException.invalid("/reservedFor", "validation.reference"));
        return TenantContext.call(tenant, work);
    }
}
