package io.tenantry.cmo.precinto;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.Codes;
import io.tenantry.cmo.imports.OneImport;
import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.metering.Limits;
import io.tenantry.platform.persistence.Flush;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Text;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.activity.ActivityLog;
import io.tenantry.tenant.customfield.EnterCustomValues;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Enters the seals of a file, as if each had been entered by itself, but in one transaction. */
@Stateless
public class ImportPrecintos {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Resource
    SessionContext context;

    @Inject
    EnterCustomValues customValues;

    @Inject
    Limits limits;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * Does what {@link #enter} does, and takes it back, with all else of the transaction: it has to have its own.
     *
     * @throws ProblemException as that
     */
    public Lines<?> rehearse(Lines<PrecintoValues> read) {
        Lines<?> lines = enter(read);
        context.setRollbackOnly();
        return lines;
    }

    /**
     * Enters the valid lines, if they may be.
     *
     * @throws ProblemException {@code limit-exceeded}; {@code conflict} if somebody else takes a code meanwhile, or
     *     another import of the tenant is running
     */
    public Lines<?> enter(Lines<PrecintoValues> read) {
        OneImport.begin(entityManager, "precintos");
        Map<Integer, Map<String, Object>> wanted = new HashMap<>();
        read.valid().forEach((line, values) -> wanted.put(line, values.customFields()));
        Lines<Precinto> lines = read.map(values -> new Precinto(values, clock.now()));
        Text taken = Text.of("cmo.precinto-code-taken");
        Codes.rejectTaken(
                entityManager,
                Precinto.class,
                lines,
                precinto -> precinto.view().code(),
                taken);
        Map<Integer, Map<String, Object>> custom = customValues.check(CmoCustomFields.PRECINTOS, lines, wanted);
        if (lines.mayBeEntered()) {
            limits.take("precintos", lines.valid().size());
            store(lines.valid(), custom);
        }
        return lines;
    }

    private void store(Map<Integer, Precinto> precintos, Map<Integer, Map<String, Object>> custom) {
        precintos.values().forEach(entityManager::persist);
        Flush.now(entityManager, Text.of("cmo.precinto-code-taken"), Text.of("cmo.referenced"));
        Map<UUID, Map<String, Object>> values = new HashMap<>();
        Map<UUID, Map<String, Object>> after = new LinkedHashMap<>();
        precintos.forEach((line, precinto) -> {
            values.put(precinto.id(), custom.get(line));
            after.put(precinto.id(), precinto.snapshot(custom.get(line)));
        });
        customValues.enter(CmoCustomFields.PRECINTOS, values);
        activity.created("precinto", after);
    }
}
