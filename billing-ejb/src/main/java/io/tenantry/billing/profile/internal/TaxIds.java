package io.tenantry.billing.profile.internal;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The form of tax ids. In the European Union a VAT number begins with the country and has the form its authority gives
 * it; elsewhere only length and characters are looked at. Whether a number has been assigned is not known here.
 */
public final class TaxIds {

    private static final Pattern ANYWHERE = Pattern.compile("[A-Z0-9][A-Z0-9/&]{2,29}");

    private static final Map<String, Pattern> UNION = Map.ofEntries(
            entry("AT", form("ATU\\d{8}")),
            entry("BE", form("BE[01]\\d{9}")),
            entry("BG", form("BG\\d{9,10}")),
            entry("CY", form("CY\\d{8}[A-Z]")),
            entry("CZ", form("CZ\\d{8,10}")),
            entry("DE", form("DE\\d{9}")),
            entry("DK", form("DK\\d{8}")),
            entry("EE", form("EE\\d{9}")),
            entry("ES", form("ES([A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z])")),
            entry("FI", form("FI\\d{8}")),
            entry("FR", form("FR[A-HJ-NP-Z0-9]{2}\\d{9}")),
            // Greece begins with the country's own letters
            entry("GR", form("EL\\d{9}")),
            entry("HR", form("HR\\d{11}")),
            entry("HU", form("HU\\d{8}")),
            entry("IE", form("IE(\\d{7}[A-W][A-I]?|\\d[A-Z]\\d{5}[A-W])")),
            entry("IT", form("IT\\d{11}")),
            entry("LT", form("LT(\\d{9}|\\d{12})")),
            entry("LU", form("LU\\d{8}")),
            entry("LV", form("LV\\d{11}")),
            entry("MT", form("MT\\d{8}")),
            entry("NL", form("NL\\d{9}B\\d{2}")),
            entry("PL", form("PL\\d{10}")),
            entry("PT", form("PT\\d{9}")),
            entry("RO", form("RO\\d{2,10}")),
            entry("SE", form("SE\\d{10}01")),
            entry("SI", form("SI\\d{8}")),
            entry("SK", form("SK\\d{10}")));

    private TaxIds() {}

    /** As it is kept: people write blanks, dots and hyphens into it. */
    public static String normal(String text) {
        return text.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
    }

    /** @param taxId in its normal form */
    public static boolean isValid(String country, String taxId) {
        return UNION.getOrDefault(country, ANYWHERE).matcher(taxId).matches();
    }

    private static Pattern form(String regex) {
        return Pattern.compile(regex);
    }
}
