package io.tenantry.billing.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The rules for a list of tiers: limits strictly ascending from above zero, the last tier and only it open-ended. */
final class Tiers {

    private Tiers() {}

    static List<Tier> checked(List<Tier> tiers) {
        Checked.present(tiers, "/tiers");
        if (tiers.isEmpty()) {
            throw new InvalidPricing("/tiers", "billing.pricing.error.tiers-empty");
        }
        List<Tier> checked = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = checked(tiers.get(i), floor, i == tiers.size() - 1, "/tiers/" + i);
            checked.add(tier);
            floor = tier.upTo();
        }
        return List.copyOf(checked);
    }

    private static Tier checked(Tier tier, BigDecimal floor, boolean last, String pointer) {
        Checked.present(tier, pointer);
        if (tier.isOpenEnded() != last) {
            String rule = last ? "tiers-last" : "tiers-open";
            throw new InvalidPricing(pointer + "/upTo", "billing.pricing.error." + rule);
        }
        return new Tier(
                last ? null : limit(tier.upTo(), floor, pointer + "/upTo"),
                Checked.notNegative(tier.unitPrice(), pointer + "/unitPrice"),
                Checked.notNegative(tier.flatFee(), pointer + "/flatFee"));
    }

    private static BigDecimal limit(BigDecimal upTo, BigDecimal floor, String pointer) {
        BigDecimal limit = Checked.positive(upTo, pointer);
        if (limit.compareTo(floor) <= 0) {
            throw new InvalidPricing(pointer, "billing.pricing.error.tiers-order");
        }
        return limit;
    }
}
