package io.tenantry.it.server;

import io.tenantry.probe.Gated;
import io.tenantry.probe.GatedClass;
import io.tenantry.probe.GatedJobs;
import io.tenantry.probe.GatedPage;
import io.tenantry.probe.GatedPageClass;
import io.tenantry.probe.ProbeJob;
import io.tenantry.probe.ProbeServlet;
import io.tenantry.probe.Seals;
import io.tenantry.probe.Timers;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The packaged application with two things added: the probe, to the WAR as a library, to the EAR in two of its modules; and
 * the module of {@code docs/extending.md}, as the page says.
 */
public final class ProbedApplication {

    private ProbedApplication() {}

    public static void make(Path packaged, Path target) {
        ZipImporter importer = ShrinkWrap.create(
                        ZipImporter.class, target.getFileName().toString())
                .importFrom(packaged.toFile());
        Path built = target.resolveSibling("extension");
        Archive<?> probed = packaged.toString().endsWith(".war")
                ? war(importer.as(WebArchive.class), built)
                : ear(importer.as(EnterpriseArchive.class), built);
        probed.as(ZipExporter.class).exportTo(target.toFile(), true);
    }

    private static WebArchive war(WebArchive war, Path built) {
        Extension extension = Extension.build(war, built);
        extension.addPagesAndResourcesTo(war);
        return war.addAsLibraries(library().addPackage(ProbeServlet.class.getPackage()), extension.module());
    }

    /** The beans join the EJB module whose persistence unit they use; others need not see it. */
    private static EnterpriseArchive ear(EnterpriseArchive ear, Path built) {
        JavaArchive ejb = ear.getAsType(JavaArchive.class, "/cmo-ejb.jar")
                .addClasses(Seals.class, Timers.class, Gated.class, GatedClass.class, GatedJobs.class, ProbeJob.class);
        WebArchive web = ear.getAsType(WebArchive.class, "/web-war.war");
        Extension extension = Extension.build(web, built);
        extension.addPagesAndResourcesTo(web);
        web.addAsLibrary(library().addClasses(ProbeServlet.class, GatedPage.class, GatedPageClass.class));
        ear.delete("/cmo-ejb.jar");
        ear.delete("/web-war.war");
        ear.addAsModules(ejb, web);
        extension.addModuleTo(ear);
        return ear;
    }

    private static JavaArchive library() {
        return ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
    }
}
