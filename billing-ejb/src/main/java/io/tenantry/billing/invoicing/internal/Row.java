package io.tenantry.billing.invoicing.internal;

import io.tenantry.billing.subscription.Period;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A row as the database writes it in JSON. What is absent is {@code null}. */
public record Row(JsonObject json) {

    public static List<Row> all(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(Row::new).toList();
    }

    public boolean has(String name) {
        JsonValue value = json.get(name);
        return value != null && value != JsonValue.NULL;
    }

    public String text(String name) {
        return has(name) ? json.getString(name) : null;
    }

    public boolean is(String name) {
        return json.getBoolean(name);
    }

    public UUID id(String name) {
        return has(name) ? UUID.fromString(text(name)) : null;
    }

    public LocalDate day(String name) {
        return has(name) ? LocalDate.parse(text(name)) : null;
    }

    /** Written as a number, or as text. */
    public BigDecimal decimal(String name) {
        if (!has(name)) {
            return null;
        }
        return json.get(name) instanceof JsonNumber number ? number.bigDecimalValue() : new BigDecimal(text(name));
    }

    public int number(String name) {
        return json.getInt(name);
    }

    /** The days from {@code starts} to {@code ends}. */
    public Period period() {
        return new Period(day("starts"), day("ends"));
    }

    public List<Row> rows(String name) {
        return all(json.getJsonArray(name));
    }

    public Row row(String name) {
        return has(name) ? new Row(json.getJsonObject(name)) : null;
    }
}
