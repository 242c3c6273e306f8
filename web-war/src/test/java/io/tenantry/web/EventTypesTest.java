package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.event.EventType;
import io.tenantry.tenant.event.EventTypeSource;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static EventTypeSource source(Class<?> type) {
        try {
            return (EventTypeSource) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
