package io.tenantry.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tenantry.platform.metering.RequiresFeature;
import io.tenantry.platform.metering.WithinLimit;
import io.tenantry.tenant.plan.Feature;
import io.tenantry.tenant.plan.LimitedResource;
import io.tenantry.tenant.plan.PlanSource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Timeout;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What asks for a feature or takes of a resource names one that there is, where the container sees it. */
@AnalyzeClasses(packages = "io.tenantry", importOptions = ArchitectureTest.OwnClasses.class)
class GatesTest {

    @ArchTest
    static void gatesAskForFeaturesThatThereAre(JavaClasses scanned) {
        Set<String> known = known(scanned, source -> source.features().stream().map(Feature::code));
        Set<String> asked = Stream.concat(
                        scanned.stream()
                                .filter(type -> !type.isAnnotatedWith(Interceptor.class))
                                .filter(type -> type.isAnnotatedWith(RequiresFeature.class))
                                .map(type -> type.getAnnotationOfType(RequiresFeature.class)),
                        scanned.stream()
                                .flatMap(type -> type.getMethods().stream())
                                .filter(method -> method.isAnnotatedWith(RequiresFeature.class))
                                .map(method -> method.getAnnotationOfType(RequiresFeature.class)))
                .map(RequiresFeature::value)
                .collect(Collectors.toSet());

        assertThat(asked).contains("apiAccess");
        assertThat(known).containsAll(asked);
    }

    @ArchTest
    static void limitsAreOfResourcesThatThereAre(JavaClasses scanned) {
        Set<String> known = known(scanned, source -> source.resources().stream().map(LimitedResource::name));
        Set<String> taken = scanned.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(WithinLimit.class))
                .map(method -> method.getAnnotationOfType(WithinLimit.class).value())
                .collect(Collectors.toSet());

        assertThat(taken).contains("precintos");
        assertThat(known).containsAll(taken);
    }

    /** A timer's method, a private one and one that cannot be overridden are not intercepted: the gate would be open. */
    @ArchTest
    static final ArchRule gatesStandWhereTheContainerSeesThem = methods()
            .that()
            .areAnnotatedWith(RequiresFeature.class)
            .or()
            .areAnnotatedWith(WithinLimit.class)
            .should()
            .bePublic()
            .andShould()
            .notBeStatic()
            .andShould()
            .notHaveModifier(JavaModifier.FINAL)
            .andShould()
            .notBeAnnotatedWith(Schedule.class)
            .andShould()
            .notBeAnnotatedWith(Schedules.class)
            .andShould()
            .notBeAnnotatedWith(Timeout.class);

    @ArchTest
    static final ArchRule limitsStandOnMethods =
            classes().that().areAnnotatedWith(WithinLimit.class).should().beAnnotatedWith(Interceptor.class);

    private static Set<String> known(JavaClasses scanned, Function<PlanSource, Stream<String>> names) {
        return scanned.stream()
                .filter(type -> type.isAssignableTo(PlanSource.class) && !type.isInterface())
                .map(GatesTest::made)
                .flatMap(names)
                .collect(Collectors.toSet());
    }

    private static PlanSource made(JavaClass type) {
        try {
            return (PlanSource) type.reflect().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
