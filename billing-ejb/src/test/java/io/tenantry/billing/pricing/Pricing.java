package io.tenantry.billing.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Short notation for the tables of the pricing tests. */
final class Pricing {

    private Pricing() {}

    /** Prices in the currency that the text ends with: {@code USD} or {@code 1.00 USD}. */
    static PricedCharge price(Charge charge, String quantity, String currencyLast) {
        String code = currencyLast.substring(currencyLast.length() - 3);
        return ChargeCalculator.price(charge, new BigDecimal(quantity), Currency.getInstance(code));
    }

    /** Reads {@code "100:0.10:0 | 200:0.08:5 | *:0.05:0"}: limit, unit price, flat fee of each tier. */
    static List<Tier> tiers(String text) {
        List<Tier> tiers = new ArrayList<>();
        for (String tier : text.split("\\|")) {
            String[] parts = tier.strip().split(":");
            tiers.add(new Tier(
                    "*".equals(parts[0]) ? null : new BigDecimal(parts[0]),
                    new BigDecimal(parts[1]),
                    new BigDecimal(parts[2])));
        }
        return tiers;
    }

    /** One to six tiers with whole limits, prices in thousandths and flat fees in hundredths. */
    static List<Tier> randomTiers(Random random) {
        List<Tier> tiers = new ArrayList<>();
        long limit = 0;
        for (int more = random.nextInt(6); more > 0; more--) {
            limit += 1 + random.nextInt(200);
            tiers.add(randomTier(BigDecimal.valueOf(limit), random));
        }
        tiers.add(randomTier(null, random));
        return tiers;
    }

    private static Tier randomTier(BigDecimal upTo, Random random) {
        return new Tier(upTo, BigDecimal.valueOf(random.nextInt(500), 3), BigDecimal.valueOf(random.nextInt(1000), 2));
    }

    static List<String> line(String... columns) {
        return List.of(columns);
    }

    /** The columns of a line without trailing zeros, its text as the end of the key with the arguments. */
    static List<String> row(PricedLine line) {
        String key = line.text().messageKey().replace("billing.pricing.line.", "");
        List<BigDecimal> arguments = line.text().arguments();
        return List.of(
                key + (arguments.isEmpty() ? "" : arguments),
                plain(line.quantity()),
                plain(line.unitPrice()),
                plain(line.flatFee()),
                plain(line.amount()));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
