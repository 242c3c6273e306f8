package io.tenantry.web.tenant;

import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.event.EventTypes;
import io.tenantry.web.http.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;

/** What endpoints can be told of. */
@Path("webhooks/event-types")
@RequestScoped
@Produces("application/json")
public class WebhookEventTypesResource {

    @Inject
    EventTypes types;

    /** {@code label}: in the language of the request. {@code module}: which has it. */
    public record EventTypeView(String code, String label, String module) {}

    /** Always whole, so {@code nextCursor} is {@code null}. */
    public record EventTypesView(List<EventTypeView> items, String nextCursor) {}

    @GET
    @RequiresPermission("webhooks:read")
    public EventTypesView list(@HeaderParam("Accept-Language") String acceptLanguage) {
        Locale language = Texts.negotiate(acceptLanguage);
        return new EventTypesView(
                types.all().stream()
                        .map(type ->
                                new EventTypeView(type.code(), Texts.resolve(type.label(), language), type.bundle()))
                        .toList(),
                null);
    }
}
