package io.tenantry.tenant.apikey.internal;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.tenant.access.Access;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which permissions an API key may have. */
public final class Scopes {

    private final Set<String> existing;
    private final Set<String> withheld;

    /**
     * @param existing all permissions there are
     * @param withheld those that no key ever has
     */
    public Scopes(Set<String> existing, Set<String> withheld) {
        this.existing = existing;
        this.withheld = withheld;
    }

    /**
     * What a key is given by its maker.
     *
     * @throws ProblemException {@code validation} for none, an unknown one and one that no key has; {@code forbidden} for
     *     one that the maker does not have
     */
    public SortedSet<String> granted(List<String> wanted, Access maker) {
        if (wanted.isEmpty()) {
            throw ProblemException.invalid("/scopes", "validation.required");
        }
        for (int i = 0; i < wanted.size(); i++) {
            requireGrantable("/scopes/" + i, wanted.get(i));
        }
        requireHeld(wanted, maker);
        return new TreeSet<>(wanted);
    }

    /** What of a key's scopes is in force: permissions may be gone since it was made. */
    public SortedSet<String> inForce(Collection<String> scopes) {
        SortedSet<String> permissions = new TreeSet<>(scopes);
        permissions.retainAll(existing);
        permissions.removeAll(withheld);
        return permissions;
    }

    /** @throws ProblemException {@code forbidden}: whoever is told a key's secret has what the key has */
    public void requireHeld(Collection<String> scopes, Access caller) {
        inForce(scopes).stream().filter(scope -> !caller.may(scope)).findFirst().ifPresent(missing -> {
            throw ProblemException.of(ProblemType.FORBIDDEN, Map.of("permission", missing));
        });
    }

    private void requireGrantable(String pointer, String scope) {
        if (scope == null || !existing.contains(scope)) {
            throw ProblemException.invalid(pointer, "validation.reference");
        }
        if (withheld.contains(scope)) {
            throw ProblemException.invalid(pointer, "tenant.api-key-scope-withheld");
        }
    }
}
