package io.tenantry.billing.invoicing.internal;

import io.tenantry.billing.pricing.Charge;
import io.tenantry.billing.pricing.Graduated;
import io.tenantry.billing.pricing.PackagePrice;
import io.tenantry.billing.pricing.PerUnit;
import io.tenantry.billing.pricing.Tier;
import io.tenantry.billing.pricing.Volume;
import io.tenantry.platform.json.Jsonp;
import io.tenantry.platform.money.PlainDecimal;
import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.util.List;

/** Reads charges as plans keep them: the JSON of the API. */
final class Charges {

    private Charges() {}

    /** @throws BrokenRule, {@link io.tenantry.billing.pricing.InvalidPricing} */
    static Charge read(String json) {
        try {
            Row charge = new Row(Jsonp.read(json).asJsonObject());
            return switch (charge.text("model")) {
                case "perUnit" -> new PerUnit(decimal(charge, "unitPrice"));
                case "package" -> new PackagePrice(decimal(charge, "packageSize"), decimal(charge, "packagePrice"));
                case "graduated" -> new Graduated(tiers(charge));
                case "volume" -> new Volume(tiers(charge));
                default -> throw new BrokenRule("charge-unknown");
            };
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException unreadable) {
            throw new BrokenRule("charge-unreadable");
        }
    }

    private static List<Tier> tiers(Row charge) {
        return charge.rows("tiers").stream()
                .map(tier -> new Tier(decimal(tier, "upTo"), decimal(tier, "unitPrice"), decimal(tier, "flatFee")))
                .toList();
    }

    private static BigDecimal decimal(Row row, String name) {
        return row.has(name) ? PlainDecimal.parse(row.text(name)) : null;
    }
}
