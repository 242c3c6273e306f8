package io.tenantry.it.container;

import io.tenantry.probe.ProbeServlet;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The packaged application, untouched, with one more library: the probe. */
final class ProbedApplication {

    private ProbedApplication() {}

    static void make(Path packaged, Path target) {
        JavaArchive probe = ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addPackage(ProbeServlet.class.getPackage())
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        ShrinkWrap.create(ZipImporter.class, target.getFileName().toString())
                .importFrom(packaged.toFile())
                .as(WebArchive.class)
                .addAsLibrary(probe)
                .as(ZipExporter.class)
                .exportTo(target.toFile(), true);
    }
}
