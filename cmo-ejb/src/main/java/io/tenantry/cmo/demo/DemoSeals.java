package io.tenantry.cmo.demo;

import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.start.DemoTenantCreated;
import io.tenantry.tenant.usage.RecordEvents;
import io.tenantry.tenant.usage.UsageEvent;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seals, transits and alerts of the last 90 days for the demonstration, the same ones each time. */
@Stateless
public class DemoSeals {

    private static final int SEALS_PER_SIZE = 30;

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    Limits limits;

    @Inject
    RecordEvents events;

    public void fill(@Observes DemoTenantCreated event) {
        Random random = new Random(event.slug().hashCode());
        int count = event.size() * SEALS_PER_SIZE;
        limits.take("precintos", count);
        List<UsageEvent> consumed = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            DemoStory story = DemoStory.of(event.slug(), i, event.now(), random);
            store(List.of(story.precinto()));
            store(story.transitos());
            store(story.alertas());
            story.transitos().forEach(transito -> consumed.add(one("transitos", transito)));
            story.alertas().forEach(alerta -> consumed.add(one("alertas", alerta)));
        }
        events.record(consumed);
    }

    /** At once: nothing else tells EclipseLink what has to be there first. */
    private void store(List<? extends TenantEntity> entities) {
        entities.forEach(entityManager::persist);
        entityManager.flush();
    }

    private static UsageEvent one(String resource, TenantEntity entity) {
        return new UsageEvent(entity.id().toString(), resource, BigDecimal.ONE, entity.createdAt());
    }
}
