package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tenantry.platform.testing.DocumentedFiles;
import io.tenantry.platform.testing.DocumentedModule;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.tenant.event.EventType;
import io.tenantry.tenant.event.EventTypeSource;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The module that {@code docs/extending.md} makes keeps the rules all modules keep. */
class ExtendingTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String MODULE = "fleet-ejb";
    private static final Map<String, String> FILES = DocumentedFiles.of(ROOT, "docs/extending.md");

    @TempDir
    static Path built;

    private static final ClassLoader BEFORE = Thread.currentThread().getContextClassLoader();
    private static URLClassLoader loader;
    private static JavaClasses all;

    @BeforeAll
    static void builds() throws MalformedURLException {
        String classPath = System.getProperty("java.class.path");
        Path module = new DocumentedModule(MODULE, FILES).build(classPath, built.resolve("module"));
        Path web = new DocumentedModule("web-war", FILES)
                .build(classPath + File.pathSeparator + module, built.resolve("web"));
        loader = new URLClassLoader(
                new URL[] {module.toUri().toURL(), web.toUri().toURL()}, BEFORE);
        Thread.currentThread().setContextClassLoader(loader);
        ImportOption own = new ArchitectureTest.OwnClasses();
        List<Location> locations = new ArrayList<>(Locations.ofPackage("io.tenantry"));
        Stream.of(module, web).map(Location::of).forEach(locations::add);
        all = new ClassFileImporter().withImportOption(own).importLocations(locations);
    }

    @AfterAll
    static void closes() throws IOException {
        Thread.currentThread().setContextClassLoader(BEFORE);
        loader.close();
    }

    @Test
    void itHasFiveSteps() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/extending.md")).lines())
                .filteredOn(line -> line.matches("## \\d.*"))
                .hasSize(5);
        assertThat(all).anyMatch(type -> type.getName().startsWith("io.tenantry.fleet."));
        assertThat(all).anyMatch(type -> type.getName().startsWith("io.tenantry.web.fleet."));
    }

    @Test
    void theRulesOfTheArchitectureHold() throws IllegalAccessException {
        for (Class<?> rules : List.of(ArchitectureTest.class, GatesTest.class)) {
            for (Field field : rules.getDeclaredFields()) {
                if (isRule(field)) {
                    ((ArchRule) field.get(null)).check(all);
                }
            }
        }
    }

    @Test
    void theChecksOfTheArchitectureHold() throws ReflectiveOperationException {
        for (Class<?> rules : List.of(ArchitectureTest.class, GatesTest.class)) {
            for (Method method : rules.getDeclaredMethods()) {
                if (isRule(method)) {
                    method.invoke(null, all);
                }
            }
        }
    }

    @Test
    void itsPersistenceUnitIsLikeTheOthers() throws IOException {
        String path = "/src/main/resources/META-INF/persistence.xml";

        assertThat(FILES.get(MODULE + path))
                .isEqualTo(Files.readString(ROOT.resolve("cmo-ejb" + path)).replace("cmoPU", "fleetPU"));
    }

    @Test
    void itsTextsAreCompleteInBothLanguages() throws ReflectiveOperationException {
        Object fleet = loader.loadClass("io.tenantry.fleet.Fleet")
                .getDeclaredConstructor()
                .newInstance();
        Set<String> labels = Stream.concat(
                        ((PermissionSource) fleet).permissions().stream().map(one -> one.label()),
                        ((EventTypeSource) fleet).eventTypes().stream().map(EventType::label))
                .map(text -> text.key())
                .collect(Collectors.toSet());

        assertThat(texts("en").stringPropertyNames())
                .isEqualTo(texts("es").stringPropertyNames())
                .containsAll(labels)
                .allMatch(key -> key.startsWith("fleet."));
        assertThat(texts("en").stringPropertyNames().stream()
                        .filter(key -> key.contains(".event.") || key.contains(".permission.")))
                .isSubsetOf(labels);
        String sources = String.join(
                "", new DocumentedModule(MODULE, FILES).below("/src/main/java/").values());
        assertThat(texts("en").stringPropertyNames().stream().filter(key -> !labels.contains(key)))
                .allMatch(sources::contains);
    }

    @Test
    void whatIsWrittenInXmlIsWellFormed() throws Exception {
        var documents = DocumentBuilderFactory.newDefaultInstance();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (file.getKey().endsWith(".xml")) {
                assertThat(documents
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(file.getValue())))
                                .getDocumentElement())
                        .as(file.getKey())
                        .isNotNull();
            }
        }
    }

    @Test
    void theBuildTakesTheModuleIn() {
        assertThat(FILES.get("pom.xml")).containsOnlyOnce("<module>" + MODULE + "</module>");
        assertThat(FILES.get("web-war/pom.xml")).containsOnlyOnce(MODULE);
        assertThat(FILES.get("ear/pom.xml"))
                .containsPattern("(?s)<dependencies>.*<artifactId>fleet-ejb</artifactId>.*</dependencies>")
                .containsPattern("(?s)<modules>.*<artifactId>fleet-ejb</artifactId>.*<webModule>");
    }

    /** Else a page that drifts from the repository would go unnoticed. */
    @Test
    void aPageThatDoesNotFitIsRefused(@TempDir Path repository) throws IOException {
        Files.writeString(repository.resolve("there.txt"), "one\ntwo\n");
        for (String page : List.of(
                "**`there.txt`**\n\n```text\nnew\n```\n",
                "**`absent.txt`**\n\n```diff\n one\n+more\n```\n",
                "**`there.txt`**\n\n```diff\n three\n+more\n```\n",
                "**`there.txt`**\n\n```diff\n-one\n```\n")) {
            Files.writeString(repository.resolve("page.md"), page);
            assertThatThrownBy(() -> DocumentedFiles.of(repository, "page.md"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static boolean isRule(AnnotatedElement element) {
        return element.isAnnotationPresent(ArchTest.class);
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(
                    FILES.get(MODULE + "/src/main/resources/messages/fleet_" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
