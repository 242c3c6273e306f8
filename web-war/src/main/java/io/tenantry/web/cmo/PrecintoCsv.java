package io.tenantry.web.cmo;

import io.tenantry.cmo.precinto.PrecintoView;
import io.tenantry.tenant.customfield.CustomFieldView;
import io.tenantry.web.csv.CsvColumns;
import io.tenantry.web.http.CsvList;
import java.util.List;

/** The list of seals as CSV. */
final class PrecintoCsv {

    private PrecintoCsv() {}

    static CsvList<PrecintoView> list(List<CustomFieldView> fields) {
        return new CsvColumns<PrecintoView>()
                .with("id", PrecintoView::id)
                .with("code", PrecintoView::code)
                .with("status", PrecintoView::status)
                .with("batteryPct", PrecintoView::batteryPct)
                .with("lastSeenAt", PrecintoView::lastSeenAt)
                .with("latitude", PrecintoView::latitude)
                .with("longitude", PrecintoView::longitude)
                .with("createdAt", PrecintoView::createdAt)
                .withCustom(fields)
                .list("precintos.csv");
    }
}
