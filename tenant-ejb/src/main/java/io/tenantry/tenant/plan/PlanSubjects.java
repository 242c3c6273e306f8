package io.tenantry.tenant.plan;

import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The features and resources that plans can name, gathered from all modules. */
@ApplicationScoped
public class PlanSubjects {

    @Inject
    @Any
    Instance<PlanSource> sources;

    private final SortedSet<String> features = new TreeSet<>();
    private final SortedMap<String, LimitedResource> resources = new TreeMap<>();

    @PostConstruct
    void gather() {
        sources.forEach(this::add);
    }

    void add(PlanSource source) {
        source.features().forEach(feature -> features.add(feature.code()));
        source.resources().forEach(resource -> resources.put(resource.name(), resource));
    }

    public SortedSet<String> features() {
        return Collections.unmodifiableSortedSet(features);
    }

    public SortedSet<String> resources() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(resources.keySet()));
    }

    /** What is shown and billed as usage, by name. */
    public List<LimitedResource> metered() {
        return resources.values().stream().filter(LimitedResource::metered).toList();
    }

    /** Empty for a name that no module knows. */
    public Optional<ResourceKind> kind(String resource) {
        return Optional.ofNullable(resources.get(resource)).map(LimitedResource::kind);
    }

    /** @throws ProblemException {@code validation} for a name that no module knows, and for a resource named twice */
    void requireKnown(PlanValues values) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < values.features().size(); i++) {
            if (!features.contains(values.features().get(i))) {
                errors.add(FieldError.of("/features/" + i, "validation.reference"));
            }
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.limits().size(); i++) {
            String resource = values.limits().get(i).resource();
            if (!resources.containsKey(resource)) {
                errors.add(FieldError.of("/limits/" + i + "/resource", "validation.reference"));
            } else if (!seen.add(resource)) {
                errors.add(FieldError.of("/limits/" + i + "/resource", "tenant.limit-repeated"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
