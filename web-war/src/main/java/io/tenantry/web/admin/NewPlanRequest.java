package io.tenantry.web.admin;

import io.tenantry.web.admin.PlanRequest.LimitRequest;
import io.tenantry.web.admin.PlanRequest.PriceRequest;
import io.tenantry.web.billing.MoneyBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** A new plan: its code, the tenant it is reserved for if any, and what its first version says. */
public record NewPlanRequest(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,62}") String code,
        UUID reservedFor,
        @NotBlank @Size(min = 1, max = 100) String name,
        @NotNull @Valid PriceRequest price,
        @Valid MoneyBody minimum,
        @NotNull @Min(0) @Max(365) Integer trialDays,
        @NotNull @Size(max = 200) List<@NotNull String> features,
        @NotNull @Valid @Size(max = 200) List<@NotNull LimitRequest> limits) {

    PlanRequest first() {
        return new PlanRequest(name, price, minimum, trialDays, features, limits);
    }
}
