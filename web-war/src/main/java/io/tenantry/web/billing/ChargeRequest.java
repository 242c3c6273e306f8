package io.tenantry.web.billing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.billing.pricing.Charge;
import io.tenantry.billing.pricing.Graduated;
import io.tenantry.billing.pricing.PackagePrice;
import io.tenantry.billing.pricing.PerUnit;
import io.tenantry.billing.pricing.Tier;
import io.tenantry.billing.pricing.Volume;
import io.tenantry.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A charge as JSON; which members it needs depends on its model. */
public record ChargeRequest(
        @NotNull Model model,
        String unitPrice,
        String packageSize,
        String packagePrice,
        @Valid @Size(min = 1, max = 100) List<@NotNull TierRequest> tiers) {

    /** The ways to price a quantity. */
    public enum Model {
        @JsonProperty("perUnit")
        PER_UNIT,
        @JsonProperty("package")
        PACKAGE,
        @JsonProperty("graduated")
        GRADUATED,
        @JsonProperty("volume")
        VOLUME;

        @Override
        public String toString() {
            return this == PER_UNIT ? "perUnit" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code upTo} is {@code null} for the last tier. */
    public record TierRequest(String upTo, String unitPrice, String flatFee) {}

    Charge charge() {
        return switch (model) {
            case PER_UNIT -> new PerUnit(Decimals.required("/charge/unitPrice", unitPrice));
            case PACKAGE ->
                new PackagePrice(
                        Decimals.required("/charge/packageSize", packageSize),
                        Decimals.required("/charge/packagePrice", packagePrice));
            case GRADUATED -> new Graduated(tierList());
            case VOLUME -> new Volume(tierList());
        };
    }

    private List<Tier> tierList() {
        if (tiers == null) {
            throw ProblemException.invalid("/charge/tiers", "validation.required");
        }
        return IntStream.range(0, tiers.size())
                .mapToObj(i -> tier("/charge/tiers/" + i, tiers.get(i)))
                .toList();
    }

    private static Tier tier(String pointer, TierRequest tier) {
        return new Tier(
                Decimals.optional(pointer + "/upTo", tier.upTo()),
                Decimals.required(pointer + "/unitPrice", tier.unitPrice()),
                Decimals.optional(pointer + "/flatFee", tier.flatFee()));
    }
}
