package io.tenantry.cmo.transito;

import io.tenantry.cmo.CmoCustomFields;
import io.tenantry.cmo.Codes;
import io.tenantry.cmo.imports.OneImport;
import io.tenantry.cmo.precinto.Precinto;
import io.tenantry.platform.imports.Lines;
import io.tenantry.platform.metering.Usage;
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

/** Plans the transits of a file, as if each had been planned by itself, but in one transaction. */
@Stateless
public class ImportTransitos {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Resource
    SessionContext context;

    @Inject
    EnterCustomValues customValues;

    @Inject
    Usage usage;

    @Inject
    ActivityLog activity;

    @Inject
    BusinessClock clock;

    /**
     * Does what {@link #enter} does, and takes it back, with all else of the transaction: it has to have its own.
     *
     * @throws ProblemException as that
     */
    public Lines<?> rehearse(Lines<TransitoLine> read) {
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
    public Lines<?> enter(Lines<TransitoLine> read) {
        OneImport.begin(entityManager, "transitos");
        Map<Integer, Map<String, Object>> wanted = new HashMap<>();
        read.valid().forEach((line, values) -> wanted.put(line, values.customFields()));
        Lines<Transito> lines = planned(read);
        Text taken = Text.of("cmo.transito-code-taken");
        Codes.rejectTaken(
                entityManager,
                Transito.class,
                lines,
                transito -> transito.view().code(),
                taken);
        Map<Integer, Map<String, Object>> custom = customValues.check(CmoCustomFields.TRANSITOS, lines, wanted);
        if (lines.mayBeEntered()) {
            // first: who plans one of the same transits at the same time waits here and nowhere else
            usage.record("transitos", lines.valid().size());
            store(lines.valid(), custom);
        }
        return lines;
    }

    private Lines<Transito> planned(Lines<TransitoLine> read) {
        Map<String, UUID> seals = Codes.find(
                entityManager,
                Precinto.class,
                read.valid().values().stream().map(TransitoLine::precinto).toList());
        return read.map(line -> {
            if (!seals.containsKey(line.precinto())) {
                throw ProblemException.invalid("/precinto", "validation.reference");
            }
            return new Transito(line.values(seals.get(line.precinto())), clock.now());
        });
    }

    private void store(Map<Integer, Transito> transitos, Map<Integer, Map<String, Object>> custom) {
        transitos.values().forEach(entityManager::persist);
        Flush.now(entityManager, Text.of("cmo.transito-code-taken"), Text.of("cmo.referenced"));
        Map<UUID, Map<String, Object>> values = new HashMap<>();
        Map<UUID, Map<String, Object>> after = new LinkedHashMap<>();
        transitos.forEach((line, transito) -> {
            values.put(transito.id(), custom.get(line));
            after.put(transito.id(), transito.snapshot(custom.get(line)));
        });
        customValues.enter(CmoCustomFields.TRANSITOS, values);
        activity.created("transito", after);
    }
}
