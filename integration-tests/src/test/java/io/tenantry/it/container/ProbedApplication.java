package io.tenantry.it.container;

import io.tenantry.probe.ProbeServlet;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The packaged application, untouched, with one more library in its web module: the probe. */
final class ProbedApplication {

    private ProbedApplication() {}

    static void make(Path packaged, Path target) {
        ZipImporter importer = ShrinkWrap.create(
                        ZipImporter.class, target.getFileName().toString())
                .importFrom(packaged.toFile());
        Archive<?> probed = packaged.toString().endsWith(".war") ? probe(importer.as(WebArchive.class)) : ear(importer);
        probed.as(ZipExporter.class).exportTo(target.toFile(), true);
    }

    private static EnterpriseArchive ear(ZipImporter importer) {
        EnterpriseArchive ear = importer.as(EnterpriseArchive.class);
        WebArchive web = ear.getAsType(WebArchive.class, "/web-war.war");
        ear.delete("/web-war.war");
        return ear.addAsModule(probe(web));
    }

    private static WebArchive probe(WebArchive web) {
        return web.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addPackage(ProbeServlet.class.getPackage())
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"));
    }
}
