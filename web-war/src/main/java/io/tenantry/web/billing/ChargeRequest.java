package io.tenantry.web.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenantry.billing.pricing.Charge;
import io.tenantry.billing.pricing.Graduated;
import io.tenantry.billing.pricing.InvalidPricing;
import io.tenantry.billing.pricing.PackagePrice;
import io.tenantry.billing.pricing.PerUnit;
import io.tenantry.billing.pricing.Tier;
import io.tenantry.billing.pricing.Volume;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.web.json.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A charge as JSON; which members it needs depends on its model. */
@JsonInclude(JsonInclude.Include.NON_NULL)
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

    /**
     * @param pointer where this is in its body
     * @throws ProblemException {@code validation}
     */
    public Charge charge(String pointer) {
        try {
            return switch (model) {
                case PER_UNIT -> new PerUnit(Decimals.required(pointer + "/unitPrice", unitPrice));
                case PACKAGE ->
                    new PackagePrice(
                            Decimals.required(pointer + "/packageSize", packageSize),
                            Decimals.required(pointer + "/packagePrice", packagePrice));
                case GRADUATED -> new Graduated(tierList(pointer));
                case VOLUME -> new Volume(tierList(pointer));
            };
        } catch (InvalidPricing e) {
            throw ProblemException.invalid(pointer + e.pointer(), e.messageKey());
        }
    }

    /**
     * As it can be kept: a charge that could be calculated, with nothing that another model has.
     *
     * @param pointer where this is in its body
     * @throws ProblemException {@code validation}
     */
    public String json(String pointer) {
        charge(pointer);
        boolean unit = model == Model.PER_UNIT;
        boolean pack = model == Model.PACKAGE;
        if (!unit && unitPrice != null
                || !pack && (packageSize != null || packagePrice != null)
                || (unit || pack) && tiers != null) {
            throw ProblemException.invalid(pointer, "validation.unknown-member");
        }
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Tier> tierList(String pointer) {
        if (tiers == null) {
            throw ProblemException.invalid(pointer + "/tiers", "validation.required");
        }
        return IntStream.range(0, tiers.size())
                .mapToObj(i -> tier(pointer + "/tiers/" + i, tiers.get(i)))
                .toList();
    }

    private static Tier tier(String pointer, TierRequest tier) {
        return new Tier(
                Decimals.optional(pointer + "/upTo", tier.upTo()),
                Decimals.required(pointer + "/unitPrice", tier.unitPrice()),
                Decimals.optional(pointer + "/flatFee", tier.flatFee()));
    }
}
