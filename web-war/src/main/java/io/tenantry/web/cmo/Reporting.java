package io.tenantry.web.cmo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.cmo.report.Report;
import io.tenantry.cmo.report.ReportOutcome;
import io.tenantry.cmo.report.TakeReports;
import io.tenantry.platform.problem.FieldError;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Texts;
import io.tenantry.web.cmo.ReportsView.RejectedView;
import io.tenantry.web.json.BodyBinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads reports one by one, hands on those that can be read, and tells what is wrong with the others. */
@ApplicationScoped
public class Reporting {

    private static final int LONGEST_ID = 100;

    @Inject
    TakeReports take;

    @Inject
    BodyBinding binding;

    /** @param precinto the seal of all of them; {@code null} if each names its own */
    ReportsView report(ReportsRequest request, UUID precinto, String language) {
        SortedMap<Integer, Report> readable = new TreeMap<>();
        SortedMap<Integer, FieldError> rejected = new TreeMap<>();
        for (int i = 0; i < request.events().size(); i++) {
            try {
                readable.put(i, read(request.events().get(i), precinto));
            } catch (ProblemException e) {
                rejected.put(i, e.errors().get(0));
            }
        }
        ReportOutcome outcome = take.take(readable);
        rejected.putAll(outcome.rejected());
        return new ReportsView(
                outcome.accepted(),
                outcome.duplicates(),
                told(rejected, request.events(), Texts.negotiate(language)),
                outcome.alertas());
    }

    private Report read(JsonNode node, UUID precinto) {
        if (precinto == null || !(node instanceof ObjectNode report)) {
            return binding.bind(node, Report.class);
        }
        if (report.has("precintoId")) {
            throw ProblemException.invalid("/precintoId", "cmo.report-of-its-seal");
        }
        ObjectNode complete = report.deepCopy();
        complete.put("precintoId", precinto.toString());
        return binding.bind(complete, Report.class);
    }

    private static List<RejectedView> told(Map<Integer, FieldError> rejected, List<JsonNode> events, Locale language) {
        List<RejectedView> told = new ArrayList<>();
        rejected.forEach((index, error) -> told.add(new RejectedView(
                id(events.get(index)), index, error.pointer(), Texts.resolve(error.detail(), language))));
        return told;
    }

    private static String id(JsonNode node) {
        String id = node.path("id").textValue();
        return id == null || id.length() > LONGEST_ID ? null : id;
    }
}
