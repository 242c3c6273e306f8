package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.event.EventType;
import io.tenantry.tenant.event.EventTypeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The types of events of all modules: each is named once and has a label in both languages. */
class EventTypesTest {

    private static final List<EventType> ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.tenantry").stream()
                    .filter(type -> type.isAssignableTo(EventTypeSource.class) && !type.isInterface())
                    .flatMap(type -> source(type.reflect()).eventTypes().stream())
                    .toList();

    @Test
    void eachHasALabelInBothLanguages() {
        assertThat(ALL).hasSizeGreaterThan(10);
        for (Locale language : Texts.LANGUAGES) {
            assertThat(ALL)
                    .allSatisfy(type -> assertThat(Texts.resolve(type.label(), language))
                            .as(type.code())
                            .isNotBlank());
        }
    }

    @Test
    void eachLabelBelongsToAType() {
        Set<String> labels = ALL.stream().map(type -> type.label().key()).collect(Collectors.toSet());
        for (String bundle : ALL.stream().map(EventType::bundle).collect(Collectors.toSet())) {
            assertThat(ResourceBundle.getBundle("messages." + bundle, Locale.ENGLISH).keySet().stream()
                            .filter(key -> key.contains(".event.")))
                    .isSubsetOf(labels);
        }
    }

    @Test
    void eachIsNamedOnce() {
        assertThat(ALL).extracting(EventType::code).doesNotHaveDuplicates();
    }

    @Test
    void openPagesAreToldWhatAPermissionGuards() {
        assertThat(ALL.stream().filter(EventType::live).map(EventType::permission))
                .isNotEmpty()
                .isSubsetOf(PermissionsTest.ALL.stream().map(Permission::name).toList());
    }

    /** The log is told an action as a text, or as entity and verb. */
    @Test
    void eachIsAnActionThatSomebodyTellsTheLog() throws IOException {
        String sources = sources();
        assertThat(ALL).allSatisfy(type -> {
            int dot = type.code().indexOf('.');
            String entity = Pattern.quote(type.code().substring(0, dot));
            String verb = Pattern.quote(type.code().substring(dot + 1));
            assertThat(Stream.of(
                                    "[\"']" + entity + "\\." + verb + "[\"']",
                                    "\\." + verb + "\\(\\s*\"" + entity + "\"",
                                    // a status of an enum
                                    "\"" + entity + "\\.?\" \\+[\\s\\S]*[A-Z_]+\\(\"" + verb + "\"[,)]",
                                    "[A-Z_]+\\(\"" + verb + "\"[,)][\\s\\S]*\"" + entity + "\\.?\" \\+")
                            .anyMatch(form ->
                                    Pattern.compile(form).matcher(sources).find()))
                    .as(type.code())
                    .isTrue();
        });
    }

    /** Of all modules, without those that only name the types. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("tenant-ejb", "billing-ejb", "cmo-ejb")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .filter(path -> !path.toString().endsWith("EventTypes.java"))
                        .toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static EventTypeSource source(Class<?> type) {
        try {
            return (EventTypeSource) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
