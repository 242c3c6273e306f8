package io.tenantry.platform.isolation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.sessions.Session;

/** The entities of every persistence unit that has logged in, as EclipseLink runs them. */
public final class EntityRegister {

    private static final Map<String, List<MappedEntity>> UNITS = new ConcurrentHashMap<>();

    private EntityRegister() {}

    /** Takes the entities of a persistence unit; a unit deployed again replaces its former entry. */
    public static void add(Session session) {
        UNITS.put(
                session.getName(),
                session.getDescriptors().values().stream()
                        .filter(d -> !d.isAggregateDescriptor())
                        .map(EntityRegister::mapped)
                        .toList());
    }

    /** Forgets a persistence unit that is closed. */
    public static void remove(Session session) {
        UNITS.remove(session.getName());
    }

    static Collection<MappedEntity> entities() {
        Map<String, MappedEntity> byName = new TreeMap<>();
        UNITS.values().forEach(unit -> unit.forEach(e -> byName.put(e.className(), e)));
        return byName.values();
    }

    private static MappedEntity mapped(ClassDescriptor descriptor) {
        return new MappedEntity(
                descriptor.getJavaClassName(),
                descriptor.getTables().stream().map(DatabaseTable::getName).toList(),
                descriptor.hasMultitenantPolicy());
    }

    /** An entity, the tables it is stored in, and whether EclipseLink adds the tenant to its statements. */
    record MappedEntity(String className, List<String> tables, boolean multitenant) {

        /** Without its package, which is no business of whoever reads a report. */
        String name() {
            return className.substring(className.lastIndexOf('.') + 1);
        }
    }
}
