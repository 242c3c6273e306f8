package io.tenantry.cmo.report;

import io.tenantry.platform.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What has become of the reports of a call.
 *
 * @param duplicates how many were known already
 * @param rejected why, by the number they were given
 * @param alertas that were raised, in the order of the reports
 */
public record ReportOutcome(int accepted, int duplicates, Map<Integer, FieldError> rejected, List<UUID> alertas) {}
