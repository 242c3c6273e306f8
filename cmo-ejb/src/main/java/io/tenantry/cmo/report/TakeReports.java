package io.tenantry.cmo.report;

import io.tenantry.cmo.TenantWords;
import io.tenantry.cmo.alerta.AlertaValues;
import io.tenantry.cmo.alerta.RaiseAlerta;
import io.tenantry.cmo.precinto.MovePrecinto;
import io.tenantry.cmo.report.internal.ReportTimes;
import io.tenantry.cmo.report.internal.sql.ReportStatements;
import io.tenantry.cmo.report.internal.sql.ReportStatements.Entered;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.time.BusinessClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes what seals report, each report once: notes that they were seen, and raises alerts. */
@Stateless
public class TakeReports {

    @PersistenceContext(unitName = "cmoPU")
    EntityManager entityManager;

    @Inject
    MovePrecinto precintos;

    @Inject
    RaiseAlerta alertas;

    @Inject
    TenantWords words;

    @Inject
    BusinessClock clock;

    /**
     * @param reports by a number to tell them by
     * @throws ProblemException {@code limit-exceeded} if there can be no more alerts; then none of them is taken
     */
    public ReportOutcome take(SortedMap<Integer, Report> reports) {
        Set<UUID> seals = reports.values().stream().map(Report::precintoId).collect(Collectors.toSet());
        Set<UUID> locked = precintos.lock(seals);
        Instant now = clock.now();
        SortedMap<Integer, Report> sound = new TreeMap<>();
        Map<Integer, FieldError> rejected = new TreeMap<>();
        reports.forEach((number, report) -> broken(report, locked, now)
                .ifPresentOrElse(error -> rejected.put(number, error), () -> sound.put(number, report)));
        List<Entered> entered = sound.isEmpty() ? List.of() : ReportStatements.enter(entityManager, sound);
        return new ReportOutcome(entered.size(), sound.size() - entered.size(), rejected, apply(sound, entered));
    }

    private static Optional<FieldError> broken(Report report, Set<UUID> seals, Instant now) {
        if (!seals.contains(report.precintoId())) {
            return Optional.of(FieldError.of("/precintoId", "validation.reference"));
        }
        if ((report.latitude() == null) != (report.longitude() == null)) {
            return Optional.of(FieldError.of("/latitude", "cmo.report-half-a-position"));
        }
        return ReportTimes.broken(report.at(), now);
    }

    private List<UUID> apply(Map<Integer, Report> reports, List<Entered> entered) {
        List<AlertaValues> raised = new ArrayList<>();
        Map<ReportType, String> texts = new EnumMap<>(ReportType.class);
        for (Entered one : entered) {
            Report report = reports.get(one.number());
            if (report.type().isSeen()) {
                precintos.seen(report.precintoId(), report.sighting());
            }
            if (report.type() == ReportType.tamper) {
                precintos.tamper(report.precintoId());
            }
            report.type().alert().ifPresent(type -> {
                String message = report.message() == null
                        ? texts.computeIfAbsent(report.type(), each -> words.say(each.text()))
                        : report.message();
                raised.add(new AlertaValues(report.precintoId(), one.transito(), type, type.severity(), message, null));
            });
        }
        return raised.isEmpty() ? List.of() : alertas.raiseAll(raised);
    }
}
