package io.tenantry.cmo;

import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.platform.text.Text;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Finds things by the codes that people know them by. */
public final class Codes {

    private static final int AT_ONCE = 1_000;

    private Codes() {}

    /**
     * The ids of those that there are, by code.
     *
     * @param type an entity with the attribute {@code code}
     */
    public static Map<String, UUID> find(
            EntityManager entityManager, Class<? extends TenantEntity> type, Collection<String> codes) {
        Map<String, UUID> found = new HashMap<>();
        List<String> all = codes.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            entityManager
                    .createQuery(
                            "select e.code, e.id from %s e where e.code in :codes".formatted(type.getSimpleName()),
                            Object[].class)
                    .setParameter("codes", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .getResultList()
                    .forEach(row -> found.put((String) row[0], (UUID) row[1]));
        }
        return found;
    }

    /** Rejects lines whose code another one has, in the file or among what there is. */
    public static <V> void rejectTaken(
            EntityManager entityManager,
            Class<? extends TenantEntity> type,
            Lines<V> lines,
            Function<V, String> code,
            Text taken) {
        lines.rejectRepeated("code", code, Text.of("cmo.import-code-repeated"));
        Map<Integer, V> left = lines.valid();
        Map<String, UUID> there =
                find(entityManager, type, left.values().stream().map(code).toList());
        left.forEach((line, values) -> {
            if (there.containsKey(code.apply(values))) {
                lines.reject(line, "code", taken);
            }
        });
    }
}
