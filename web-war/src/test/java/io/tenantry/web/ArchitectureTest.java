package io.tenantry.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.tenantry.platform.database.BatchDatabase;
import io.tenantry.platform.database.Databases;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.web.http.Anyone;
import io.tenantry.web.http.CurrentRequest;
import io.tenantry.web.http.Idempotent;
import io.tenantry.web.http.PlatformAdminOnly;
import io.tenantry.web.http.RequiresPermission;
import io.tenantry.web.http.SignedInOnly;
import io.tenantry.web.json.BodyReading;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the architecture over the classes of all modules. */
@AnalyzeClasses(packages = "io.tenantry", importOptions = ArchitectureTest.OwnClasses.class)
class ArchitectureTest {

    private static final String PLATFORM = "io.tenantry.platform..";
    private static final String TENANT = "io.tenantry.tenant..";
    private static final String BILLING = "io.tenantry.billing..";
    private static final String CMO = "io.tenantry.cmo..";
    private static final String WEB = "io.tenantry.web..";
    private static final String INTERNAL = "io.tenantry..internal..";
    private static final String SQL = "io.tenantry..internal.sql..";
    private static final String TIME = "io.tenantry.platform.time";
    private static final String MONEY = "io.tenantry.platform.money..";
    private static final String START = "io.tenantry.tenant.start";
    private static final String OPS = "io.tenantry.web.ops";
    private static final String WEB_CMO = "io.tenantry.web.cmo";

    /** Every package pattern of this class: one that matches nothing would make its rule idle. */
    private static final List<String> PATTERNS =
            List.of(PLATFORM, TENANT, BILLING, CMO, WEB, INTERNAL, SQL, TIME, MONEY, START, OPS, WEB_CMO);

    private static final Pattern INTERNAL_OF =
            Pattern.compile("(io\\.tenantry\\.\\w+\\.\\w+)\\.(?:\\w+\\.)*?internal(?:\\..*)?");

    /** Entities of the shared tables; each table is listed with its reason in {@code app.shared_table}. */
    private static final Set<String> SHARED_ENTITIES = Set.of(
            "io.tenantry.billing.discount.Coupon",
            "io.tenantry.billing.tax.TaxRate",
            "io.tenantry.tenant.member.Account",
            "io.tenantry.tenant.secondfactor.internal.AccountTotp",
            "io.tenantry.tenant.secondfactor.internal.RecoveryCode",
            "io.tenantry.tenant.signin.internal.AccountSession",
            "io.tenantry.tenant.signin.internal.RefreshToken",
            "io.tenantry.tenant.registry.Tenant",
            "io.tenantry.tenant.lifecycle.TenantPurge",
            "io.tenantry.tenant.plan.TenantPlan",
            "io.tenantry.tenant.signup.SignupRequest");

    private static final List<Class<? extends Annotation>> ACCESS =
            List.of(Anyone.class, SignedInOnly.class, PlatformAdminOnly.class, RequiresPermission.class);

    /** Leaves out tests: of this module, and of the platform's test archive. */
    static final class OwnClasses implements ImportOption {

        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return new DoNotIncludeTests().includes(location)
                    && !location.contains("-tests.jar")
                    && !location.contains("/platform/testing/");
        }
    }

    @ArchTest
    static void theScanSeesAllModules(JavaClasses scanned) {
        assertThat(scanned.size()).isGreaterThan(150);
        assertThat(scanned).noneMatch(type -> type.getSimpleName().endsWith("Test"));
    }

    @ArchTest
    static void everyPackagePatternMatches(JavaClasses scanned) {
        assertThat(PATTERNS).allSatisfy(pattern -> assertThat(scanned).anyMatch(resideInAPackage(pattern)));
        assertThat(SHARED_ENTITIES).allMatch(scanned::contain);
        assertThat(scanned.get("io.tenantry.tenant.signin.internal.Sessions").getPackageName())
                .matches(INTERNAL_OF);
    }

    @ArchTest
    static final ArchRule featuresOfThePlatformHaveNoCycles =
            slices().matching("io.tenantry.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTenantsHaveNoCycles =
            slices().matching("io.tenantry.tenant.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfBillingHaveNoCycles =
            slices().matching("io.tenantry.billing.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfSealsHaveNoCycles =
            slices().matching("io.tenantry.cmo.(*)..").should().beFreeOfCycles();

    /** One known step back from json to http: the hash of the body is told to the request. */
    @ArchTest
    static final ArchRule featuresOfTheWebHaveNoCycles = slices().matching("io.tenantry.web.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(BodyReading.class, CurrentRequest.class);

    @ArchTest
    static final ArchRule thePlatformKnowsNoModule = noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TENANT, BILLING, CMO, WEB);

    @ArchTest
    static final ArchRule tenantsKnowNoModuleAbove = noClasses()
            .that()
            .resideInAPackage(TENANT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BILLING, CMO, WEB);

    @ArchTest
    static final ArchRule billingKnowsNeitherSealsNorTheWeb = noClasses()
            .that()
            .resideInAPackage(BILLING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CMO, WEB);

    /** Every module that is none of the product's own is one of the domain, as the example's and yours. */
    @ArchTest
    static final ArchRule modulesOfTheDomainUseWhatIsPublicOfPlatformAndTenantsOnly = classes()
            .that()
            .resideOutsideOfPackages(PLATFORM, TENANT, BILLING, WEB)
            .should(useOnlyTheirOwnModuleAndWhatIsPublicOfPlatformAndTenants());

    @ArchTest
    static final ArchRule internalsAreUsedByTheirOwnFeatureOnly =
            classes().that().resideInAPackage(INTERNAL).should(beUsedByTheirOwnFeatureOnly());

    @ArchTest
    static final ArchRule httpStaysInTheWebModule = noClasses()
            .that()
            .resideOutsideOfPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");

    /** The mapper has to know the one exception that a commit may end with. */
    @ArchTest
    static final ArchRule persistenceStaysOutOfTheWebModule = noClasses()
            .that()
            .resideInAPackage(WEB)
            .and()
            .doNotHaveFullyQualifiedName("io.tenantry.web.http.UnexpectedErrorMapper")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..");

    @ArchTest
    static final ArchRule theErrorMapperKnowsOneClassOfPersistence = noClasses()
            .that()
            .haveFullyQualifiedName("io.tenantry.web.http.UnexpectedErrorMapper")
            .should(dependOnClassesThat(resideInAPackage("jakarta.persistence..")
                    .and(not(describe(
                            "OptimisticLockException",
                            type -> type.getSimpleName().equals("OptimisticLockException"))))));

    @ArchTest
    static final ArchRule nativeSqlStaysInItsPackages = noClasses()
            .that()
            .resideOutsideOfPackage(SQL)
            .should(callMethodWhere(called("createNativeQuery", EntityManager.class)));

    @ArchTest
    static final ArchRule nothingLeavesTheTenantsEntityManager = noClasses()
            .should(callMethodWhere(called("merge", EntityManager.class)
                    .or(called("unwrap", EntityManager.class))
                    .or(called("unwrap", EntityManagerFactory.class))
                    .or(called("createStoredProcedureQuery", EntityManager.class))
                    .or(called("createNamedStoredProcedureQuery", EntityManager.class))));

    @ArchTest
    static final ArchRule everyEntityHasATenantOrIsReviewed = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .beAssignableTo(TenantEntity.class)
            .orShould(be("on the list of shared entities", type -> SHARED_ENTITIES.contains(type.getName())));

    @ArchTest
    static final ArchRule theTimeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage(TIME)
            .should(callMethodWhere(describe("a reading of the real time", ArchitectureTest::readsTheRealTime)));

    @ArchTest
    static final ArchRule moneyHasNoBinaryFractions =
            classes().that().resideInAnyPackage(BILLING, MONEY).should(useNoBinaryFractions());

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto|VO|Bean|Service)");

    /** A data source has to name that logger's type. */
    @ArchTest
    static final ArchRule loggingIsThePlatforms = noClasses()
            .that()
            .doNotHaveSimpleName("TenantDataSource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule exceptionsSayWhatHappened = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule everyResourceMethodSaysWhoMayCallIt = methods()
            .that(are("resource methods", ArchitectureTest::isResourceMethod))
            .should(sayWhoMayCallThem());

    @ArchTest
    static final ArchRule whatIsCreatedIsCreatedOnce = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(WEB_CMO)
            .and()
            .haveName("create")
            .and()
            .areAnnotatedWith(POST.class)
            .should()
            .beAnnotatedWith(Idempotent.class);

    @ArchTest
    static final ArchRule connectionsWithoutTenantAreForTheStartAndTheCheck = noClasses()
            .that()
            .resideOutsideOfPackages(START, OPS)
            .and()
            .doNotBelongToAnyOf(Databases.class, BatchDatabase.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Databases.class);

    @ArchTest
    static final ArchRule requestsDoNotWorkForAllTenants = noClasses()
            .that()
            .resideOutsideOfPackages(PLATFORM, TENANT, BILLING)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(BatchDatabase.class);

    @ArchTest
    static final ArchRule sqlOfJobsStaysInItsPackages = noClasses()
            .that()
            .resideOutsideOfPackages(PLATFORM, WEB, SQL, START)
            .should(callMethodWhere(called("prepareStatement", Connection.class)
                    .or(called("createStatement", Connection.class))
                    .or(called("prepareCall", Connection.class))));

    private static boolean readsTheRealTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean now = name.equals("now")
                && Stream.of(
                                Instant.class,
                                LocalDate.class,
                                LocalTime.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class,
                                Year.class,
                                YearMonth.class)
                        .anyMatch(owner::isEquivalentTo);
        return now
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Clock.class) && name.startsWith("system");
    }

    private static DescribedPredicate<JavaCall<?>> called(String method, Class<?> owner) {
        return describe(
                owner.getSimpleName() + "." + method,
                call -> call.getTarget().getName().equals(method)
                        && call.getTargetOwner().isAssignableTo(owner));
    }

    private static boolean isResourceMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class)
                        || a.getRawType().getPackageName().equals("jakarta.ws.rs")
                                && Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                                        .contains(a.getRawType().getSimpleName()));
    }

    private static long grants(CanBeAnnotated subject) {
        return ACCESS.stream().filter(subject::isAnnotatedWith).count();
    }

    private static <T> DescribedPredicate<T> are(String what, java.util.function.Predicate<T> test) {
        return describe("are " + what, test);
    }

    private static ArchCondition<JavaClass> be(String what, java.util.function.Predicate<JavaClass> test) {
        return ArchCondition.from(describe("be " + what, test));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("say exactly once who may call them, on the method or on its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long said = grants(method) + grants(method.getOwner());
                events.add(new SimpleConditionEvent(
                        method, said == 1, method.getFullName() + " says " + said + " times who may call it"));
            }
        };
    }

    /** Primitives are no dependencies to ArchUnit, so fields, signatures and calls are asked for themselves. */
    private static ArchCondition<JavaClass> useNoBinaryFractions() {
        return new ArchCondition<>("use neither float nor double") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields()
                        .forEach(field -> check(type, field.getFullName(), Stream.of(field.getRawType()), events));
                type.getCodeUnits().forEach(unit -> check(type, unit.getFullName(), types(unit), events));
                type.getCodeUnits().stream()
                        .flatMap(unit -> unit.getCallsFromSelf().stream())
                        .forEach(call -> check(
                                type,
                                call.getDescription(),
                                Stream.concat(
                                        call.getTarget().getRawParameterTypes().stream(),
                                        Stream.of(call.getTarget().getRawReturnType(), call.getTargetOwner())),
                                events));
            }

            private static Stream<JavaClass> types(JavaCodeUnit unit) {
                return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
            }

            private static void check(JavaClass type, String where, Stream<JavaClass> used, ConditionEvents events) {
                boolean binary = used.map(JavaClass::getBaseComponentType)
                        .anyMatch(t -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                                .contains(t.getName()));
                events.add(new SimpleConditionEvent(type, !binary, where + " uses float or double"));
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyTheirOwnModuleAndWhatIsPublicOfPlatformAndTenants() {
        return new ArchCondition<>("use only their own module, and what is public of platform and tenants") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = module(type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass()
                                .getBaseComponentType()
                                .getName()
                                .startsWith("io.tenantry."))
                        .forEach(use -> {
                            JavaClass target = use.getTargetClass().getBaseComponentType();
                            boolean allowed = module(target).equals(own)
                                    || Set.of("platform", "tenant").contains(module(target))
                                            && !resideInAPackage(INTERNAL).test(target);
                            events.add(new SimpleConditionEvent(use, allowed, use.getDescription()));
                        });
            }

            private static String module(JavaClass type) {
                return type.getPackageName().split("\\.")[2];
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedByTheirOwnFeatureOnly() {
        return new ArchCondition<>("be used by their own feature only") {
            @Override
            public void check(JavaClass internal, ConditionEvents events) {
                Matcher feature = INTERNAL_OF.matcher(internal.getPackageName());
                if (!feature.matches()) {
                    events.add(SimpleConditionEvent.violated(internal, internal.getName() + " belongs to no feature"));
                    return;
                }
                internal.getDirectDependenciesToSelf().forEach(use -> {
                    String user = use.getOriginClass().getPackageName();
                    boolean own = user.equals(feature.group(1)) || user.startsWith(feature.group(1) + ".");
                    events.add(new SimpleConditionEvent(use, own, use.getDescription()));
                });
            }
        };
    }
}
