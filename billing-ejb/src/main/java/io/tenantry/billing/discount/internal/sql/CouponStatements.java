package io.tenantry.billing.discount.internal.sql;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Currency;

/** The statement that counts who takes a coupon. */
public final class CouponStatements {

    /** Whoever comes at the same time waits for the row, and then sees the count. */
    private static final String REDEEM = """
            update coupon set redeemed = redeemed + 1, version = version + 1
            where code = ?1
                and (valid_until is null or valid_until > ?2)
                and (max_redemptions is null or redeemed < max_redemptions)
                and (currency is null or currency = ?3)
            """;

    private CouponStatements() {}

    /** @return whether there is such a coupon left for this day and currency */
    public static boolean redeem(EntityManager entityManager, String code, LocalDate day, Currency currency) {
        return entityManager
                        .createNativeQuery(REDEEM)
                        .setParameter(1, code)
                        .setParameter(2, Date.valueOf(day))
                        .setParameter(3, currency.getCurrencyCode())
                        .executeUpdate()
                == 1;
    }
}
