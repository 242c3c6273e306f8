package io.tenantry.web.csv;

import io.tenantry.tenant.customfield.CustomFieldView;
import io.tenantry.tenant.customfield.Customized;
import io.tenantry.web.http.CsvList;
import io.tenantry.web.http.CsvText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of a list of rows that have custom fields. */
public final class CsvColumns<T extends Customized<T>> {

    private final List<String> head = new ArrayList<>();
    private final List<Function<T, ?>> values = new ArrayList<>();

    public CsvColumns<T> with(String name, Function<T, ?> value) {
        head.add(name);
        values.add(value);
        return this;
    }

    /** One more column for each field. */
    public CsvColumns<T> withCustom(List<CustomFieldView> fields) {
        fields.forEach(
                field -> with("cf." + field.key(), row -> row.customFields().get(field.key())));
        return this;
    }

    /** @param file name under which it is saved */
    public CsvList<T> list(String file) {
        return new CsvList<>(
                file,
                head,
                row -> values.stream().map(value -> text(value.apply(row))).toArray(String[]::new));
    }

    /** Only texts can be taken for a formula: a number below zero is none. */
    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? CsvText.harmless(text) : value.toString();
    }
}
