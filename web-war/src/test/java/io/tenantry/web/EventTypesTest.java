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

    /** The log is told an action as a text, as entity and verb, or as an entity and the code of a status. */
    @Test
    void eachIsAnActionThatSomebodyTellsTheLog() throws IOException {
        String sources = sources();
        assertThat(ALL)
                .allSatisfy(type -> assertThat(isWritten(type.code(), sources))
                        .as(type.code())
                        .isTrue());
        assertThat(isWritten("alerta.painted", sources)).isFalse();
    }

    private static boolean isWritten(String code, String sources) {
        String entity = code.substring(0, code.indexOf('.'));
        String verb = code.substring(code.indexOf('.') + 1);
        boolean composed = sources.contains('"' + entity + ".\" +") || sources.contains('"' + entity + "\" + \".");
        return sources.contains('"' + code + '"')
                || sources.contains("'" + code + "'")
                || sources.contains("." + verb + "(\"" + entity + '"')
                || sources.contains("." + verb + "( \"" + entity + '"')
                || composed
                        && Pattern.compile("\\b" + verb + "\\b")
                                .matcher(sources)
                                .find();
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
        return all.toString().replaceAll("\\s+", " ");
    }

    private static EventTypeSource source(Class<?> type) {
        try {
            return (EventTypeSource) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
