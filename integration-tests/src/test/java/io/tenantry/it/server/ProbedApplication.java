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

/** The packaged application with the probe added: to the WAR as a library, to the EAR in two of its modules. */
public final class ProbedApplication {

    private ProbedApplication() {}

    public static void make(Path packaged, Path target) {
        ZipImporter importer = ShrinkWrap.create(
                        ZipImporter.class, target.getFileName().toString())
                .importFrom(packaged.toFile());
        Archive<?> probed = packaged.toString().endsWith(".war")
                ? importer.as(WebArchive.class).addAsLibrary(library().addPackage(ProbeServlet.class.getPackage()))
                : ear(importer.as(EnterpriseArchive.class));
        probed.as(ZipExporter.class).exportTo(target.toFile(), true);
    }

    /** The beans join the EJB module whose persistence unit they use; others need not see it. */
    private static EnterpriseArchive ear(EnterpriseArchive ear) {
        JavaArchive ejb = ear.getAsType(JavaArchive.class, "/cmo-ejb.jar")
                .addClasses(Seals.class, Timers.class, Gated.class, GatedClass.class, GatedJobs.class, ProbeJob.class);
        WebArchive web = ear.getAsType(WebArchive.class, "/web-war.war")
                .addAsLibrary(library().addClasses(ProbeServlet.class, GatedPage.class, GatedPageClass.class));
        ear.delete("/cmo-ejb.jar");
        ear.delete("/web-war.war");
        return ear.addAsModules(ejb, web);
    }

    private static JavaArchive library() {
        return ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
    }
}
