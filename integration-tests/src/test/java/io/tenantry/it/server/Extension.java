package io.tenantry.it.server;

import io.tenantry.platform.testing.DocumentedFiles;
import io.tenantry.platform.testing.DocumentedModule;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What is added by somebody who does what {@code docs/extending.md} says: built from the page against the classes of the
 * packaged product, and packed where the build would pack it.
 */
final class Extension {

    private static final String MODULE = "fleet-ejb";
    private static final String DESCRIPTOR = "META-INF/application.xml";

    private final Map<String, String> pages;
    private final Path module;
    private final Path classes;

    private Extension(Map<String, String> pages, Path module, Path classes) {
        this.pages = pages;
        this.module = module;
        this.classes = classes;
    }

    /** @param directory for what is built, emptied before */
    static Extension build(WebArchive product, Path directory) {
        FileTree.delete(directory);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        product.as(ExplodedExporter.class).exportExploded(directory.toFile(), "product");
        Map<String, String> files =
                DocumentedFiles.of(Path.of("").toAbsolutePath().getParent(), "docs/extending.md");
        // jakarta, platform and tenant-ejb are on it
        String classPath = System.getProperty("java.class.path");
        Path module = new DocumentedModule(MODULE, files).build(classPath, directory.resolve(MODULE));
        DocumentedModule web = new DocumentedModule("web-war", files);
        String webPath = Stream.of(
                        classPath, directory.resolve("product/WEB-INF/classes").toString(), module.toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path classes = web.build(webPath, directory.resolve("web-war"));
        return new Extension(web.below("/src/main/webapp/"), module, classes);
    }

    JavaArchive module() {
        return jar(module, MODULE + ".jar");
    }

    void addPagesAndResourcesTo(WebArchive web) {
        web.merge(jar(classes, "classes.jar"), "WEB-INF/classes");
        pages.forEach((path, text) -> {
            web.delete(path);
            web.add(asset(text), path);
        });
    }

    /** Before the web module, which comes last. */
    void addModuleTo(EnterpriseArchive ear) {
        String descriptor = text(ear.get(DESCRIPTOR).getAsset());
        int web = descriptor.lastIndexOf("<module>", descriptor.indexOf("<web-uri>"));
        String named = descriptor.substring(0, web) + "<module><ejb>" + MODULE + ".jar</ejb></module>"
                + descriptor.substring(web);
        ear.delete(DESCRIPTOR);
        ear.add(asset(named), DESCRIPTOR);
        ear.addAsModule(module());
    }

    private static JavaArchive jar(Path directory, String name) {
        return ShrinkWrap.create(ExplodedImporter.class, name)
                .importDirectory(directory.toFile())
                .as(JavaArchive.class);
    }

    private static Asset asset(String text) {
        return new ByteArrayAsset(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Asset asset) {
        try (var content = asset.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
