package io.tenantry.web.cmo;

import io.tenantry.cmo.alerta.AlertaView;
import io.tenantry.tenant.customfield.CustomFieldView;
import io.tenantry.web.csv.CsvColumns;
import io.tenantry.web.http.CsvList;
import java.util.List;

/** The list of alerts as CSV. */
final class AlertaCsv {

    private AlertaCsv() {}

    static CsvList<AlertaView> list(List<CustomFieldView> fields) {
        return new CsvColumns<AlertaView>()
                .with("id", AlertaView::id)
                .with("precintoId", AlertaView::precintoId)
                .with("transitoId", AlertaView::transitoId)
                .with("type", AlertaView::type)
                .with("severity", AlertaView::severity)
                .with("message", AlertaView::message)
                .with("status", AlertaView::status)
                .with("acknowledgedBy", AlertaView::acknowledgedBy)
                .with("acknowledgedAt", AlertaView::acknowledgedAt)
                .with("resolvedBy", AlertaView::resolvedBy)
                .with("resolvedAt", AlertaView::resolvedAt)
                .with("note", AlertaView::note)
                .with("createdAt", AlertaView::createdAt)
                .withCustom(fields)
                .list("alertas.csv");
    }
}
