package io.tenantry.billing.document.internal;

import io.tenantry.billing.document.Party;
import io.tenantry.billing.invoicing.TaxGroup;
import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.billing.pricing.LineText;
import io.tenantry.billing.pricing.PricedLine;
import io.tenantry.platform.json.Jsonp;
import io.tenantry.platform.money.Rounding;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** What an invoice keeps as JSON. */
public final class InvoiceJson {

    private InvoiceJson() {}

    public static Party party(String json) {
        JsonObject party = Jsonp.read(json).asJsonObject();
        return new Party(
                party.getString("name", ""),
                party.getString("street", ""),
                party.getString("postalCode", ""),
                party.getString("city", ""),
                party.getString("region", ""),
                party.getString("country", ""),
                party.getString("taxId", ""),
                party.getString("email", ""));
    }

    /** The same for all groups; without any there is no tax for no special reason. */
    public static Treatment treatment(String taxes) {
        return objects(Jsonp.read(taxes).asJsonArray()).stream()
                .map(group -> group.getString("treatment"))
                .findFirst()
                .flatMap(code -> Arrays.stream(Treatment.values())
                        .filter(treatment -> treatment.code().equals(code))
                        .findFirst())
                .orElse(Treatment.STANDARD);
    }

    public static List<TaxGroup> taxes(String json, Currency currency) {
        return objects(Jsonp.read(json).asJsonArray()).stream()
                .map(group -> new TaxGroup(
                        group.getString("name"),
                        decimal(group.get("percent")),
                        Rounding.toMoney(decimal(group.get("net")), currency),
                        Rounding.toMoney(decimal(group.get("tax")), currency)))
                .toList();
    }

    public static List<PricedLine> steps(String json) {
        return objects(Jsonp.read(json).asJsonArray()).stream()
                .map(step -> new PricedLine(
                        new LineText(
                                step.getString("key"),
                                step.getJsonArray("args").stream()
                                        .map(InvoiceJson::decimal)
                                        .toList()),
                        decimal(step.get("quantity")),
                        decimal(step.get("unitPrice")),
                        decimal(step.get("flatFee"))))
                .toList();
    }

    private static List<JsonObject> objects(List<JsonValue> array) {
        return array.stream().map(JsonValue::asJsonObject).toList();
    }

    /** Decimals stand in texts, so that nobody reads them as floating point. */
    private static BigDecimal decimal(JsonValue value) {
        return value instanceof JsonNumber number
                ? number.bigDecimalValue()
                : new BigDecimal(((JsonString) value).getString());
    }
}
