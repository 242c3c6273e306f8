package io.tenantry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.access.Permission;
import io.tenantry.tenant.access.PermissionSource;
import io.tenantry.web.http.RequiresPermission;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The permissions of all modules: each is named once and has a label in both languages; no other is asked for. */
class PermissionsTest {

    static final List<Permission> ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.tenantry").stream()
                    .filter(type -> type.isAssignableTo(PermissionSource.class) && !type.isInterface())
                    .flatMap(type -> source(type.reflect()).permissions().stream())
                    .toList();

    @Test
    void eachHasALabelInBothLanguages() {
        assertThat(ALL).hasSizeGreaterThan(10);
        for (Locale language : Texts.LANGUAGES) {
            assertThat(ALL)
                    .allSatisfy(permission -> assertThat(Texts.resolve(permission.label(), language))
                            .as(permission.name())
                            .isNotBlank());
        }
    }

    @Test
    void eachLabelBelongsToAPermission() {
        Set<String> labels =
                ALL.stream().map(permission -> permission.label().key()).collect(Collectors.toSet());
        for (String bundle : ALL.stream().map(Permission::bundle).collect(Collectors.toSet())) {
            assertThat(ResourceBundle.getBundle("messages." + bundle, Locale.ENGLISH).keySet().stream()
                            .filter(key -> key.contains(".permission.")))
                    .isSubsetOf(labels);
        }
    }

    @Test
    void whatIsAskedForIsOneOfThem() {
        Set<String> asked = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.tenantry.web").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(RequiresPermission.class))
                        .map(method -> method.getAnnotationOfType(RequiresPermission.class)
                                .value())
                        .collect(Collectors.toSet());

        assertThat(ALL).extracting(Permission::name).doesNotHaveDuplicates().containsAll(asked);
    }

    private static PermissionSource source(Class<?> type) {
        try {
            return (PermissionSource) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
