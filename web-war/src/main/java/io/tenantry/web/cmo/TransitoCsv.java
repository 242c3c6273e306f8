package io.tenantry.web.cmo;

import io.tenantry.cmo.transito.TransitoView;
import io.tenantry.tenant.customfield.CustomFieldView;
import io.tenantry.web.csv.CsvColumns;
import io.tenantry.web.http.CsvList;
import java.util.List;

/** The list of transits as CSV. */
final class TransitoCsv {

    private TransitoCsv() {}

    static CsvList<TransitoView> list(List<CustomFieldView> fields) {
        return new CsvColumns<TransitoView>()
                .with("id", TransitoView::id)
                .with("code", TransitoView::code)
                .with("precintoId", TransitoView::precintoId)
                .with("origin", TransitoView::origin)
                .with("destination", TransitoView::destination)
                .with("vehiclePlate", TransitoView::vehiclePlate)
                .with("expectedAt", TransitoView::expectedAt)
                .with("status", TransitoView::status)
                .with("startedAt", TransitoView::startedAt)
                .with("endedAt", TransitoView::endedAt)
                .with("createdAt", TransitoView::createdAt)
                .withCustom(fields)
                .list("transitos.csv");
    }
}
