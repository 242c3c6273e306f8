package io.tenantry.tenant.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.testing.WithoutTenantPredicate;
import io.tenantry.tenant.branding.internal.image.CleanImage;
import io.tenantry.tenant.plan.TenantPlan;
import io.tenantry.tenant.registry.Slug;
import io.tenantry.tenant.registry.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a tenant looks is its own: each isolation layer blocks alone, and without both the rows are open. */
class BrandingDbTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = unit(true);
    private static final Map<String, String> TABLES =
            Map.of("TenantBranding", "tenant_branding", "BrandingImage", "tenant_branding_image");

    private final TenantId owner = tenant();
    private final TenantId other = tenant();

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @BeforeEach
    void rowsOfTheOwner() {
        TenantContext.run(
                owner,
                () -> UNIT.transaction(em -> {
                    em.persist(new TenantBranding("Acme", NOW));
                    em.persist(new BrandingImage(
                            ImageKind.LOGO, new CleanImage("image/png", new byte[] {1, 2}, List.of()), NOW));
                }));
    }

    @AfterEach
    void bothLayersAgain() {
        rls(true);
    }

    @Test
    void theOwnTenantReachesItsRows() {
        assertThat(reached(UNIT, owner)).containsExactlyInAnyOrderElementsOf(TABLES.keySet());
    }

    @Test
    void bothLayersBlock() {
        assertThat(reached(UNIT, other)).isEmpty();
    }

    @Test
    void theDatabaseAloneBlocks() {
        try (StandaloneUnit unit = unit(false)) {
            assertThat(reached(unit, other)).isEmpty();
        }
    }

    @Test
    void thePredicateAloneBlocks() {
        rls(false);
        assertThat(reached(UNIT, other)).isEmpty();
    }

    @Test
    void withoutBothLayersTheRowsAreOpen() {
        rls(false);
        try (StandaloneUnit unit = unit(false)) {
            assertThat(reached(unit, other)).containsExactlyInAnyOrderElementsOf(TABLES.keySet());
        }
    }

    @Test
    void aPictureComesBackAsItWasStored() {
        PublicImage image = TenantContext.call(
                owner,
                () -> UNIT.inTransaction(em ->
                        new BrandingRows(em).image(ImageKind.LOGO).orElseThrow().published()));
        assertThat(image.content()).containsExactly(1, 2);
        assertThat(image.mediaType()).isEqualTo("image/png");
        assertThat(image.hash()).hasSize(32);
    }

    /** The entities of which any way to a row reaches one: query, bulk update, bulk delete. */
    private static List<String> reached(StandaloneUnit unit, TenantId as) {
        return TenantContext.call(
                as,
                () -> TABLES.keySet().stream()
                        .filter(entity -> unit.inTransaction(em -> {
                            boolean listed = !em.createQuery("select e from " + entity + " e")
                                    .getResultList()
                                    .isEmpty();
                            int updated = em.createQuery("update " + entity + " e set e.createdAt = e.createdAt")
                                    .executeUpdate();
                            int deleted = em.createQuery("delete from " + entity + " e")
                                    .executeUpdate();
                            return listed || updated > 0 || deleted > 0;
                        }))
                        .toList());
    }

    private static StandaloneUnit unit(boolean predicate) {
        return new StandaloneUnit(
                "tenantPU",
                DATABASE.app(),
                predicate
                        ? Map.of()
                        : Map.of("eclipselink.session.customizer", WithoutTenantPredicate.class.getName()));
    }

    private static void rls(boolean on) {
        TABLES.values()
                .forEach(table -> DATABASE.superuser(
                        "alter table %s %s row level security".formatted(table, on ? "enable" : "disable")));
    }

    private static TenantId tenant() {
        TenantId id = new TenantId(Ids.next());
        String slug = "t" + id.toString().replace("-", "").substring(0, 31);
        UNIT.transaction(em -> em.persist(new Tenant(
                id,
                new Slug(slug),
                slug,
                em.createQuery("select p from TenantPlan p where p.code = 'starter'", TenantPlan.class)
                        .getSingleResult(),
                true,
                NOW)));
        return id;
    }
}
