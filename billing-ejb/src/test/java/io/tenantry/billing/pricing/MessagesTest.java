package io.tenantry.billing.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @Test
    void existInBothLanguages() {
        assertThat(keys("en")).isNotEmpty().allMatch(key -> key.startsWith("billing."));
        assertThat(keys("es")).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void takeTheSameNumberOfArguments(String language) {
        Properties english = bundle("en");
        Properties texts = bundle(language);

        assertThat(keys(language))
                .allSatisfy(key -> assertThat(format(texts, key).getFormats())
                        .hasSameSizeAs(format(english, key).getFormats()));
        assertThat(texts.values()).noneMatch(text -> text.toString().contains("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:1:0 | 20:1:0 | *:1:0", "*:1:0"})
    void sayEveryLine(String tiers) {
        List<Charge> charges = List.of(
                new Graduated(Pricing.tiers(tiers)),
                new Volume(Pricing.tiers(tiers)),
                new PerUnit(BigDecimal.ONE),
                new PackagePrice(BigDecimal.ONE, BigDecimal.ONE));
        for (Charge charge : charges) {
            for (String quantity : List.of("5", "15", "25")) {
                assertThat(Pricing.price(charge, quantity, "USD").lines())
                        .allSatisfy(line -> assertThat(words(line, "es")).isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Over 1,000.5, up to 2,000.000000000000000000000001'",
        "es, 'Más de 1.000,5, hasta 2.000,000000000000000000000001'",
    })
    void writeNumbersInFull(String language, String words) {
        Charge charge = new Graduated(Pricing.tiers("1000.5:1:0 | 2000.000000000000000000000001:1:0 | *:1:0"));

        assertThat(words(Pricing.price(charge, "1001", "USD").lines().get(1), language))
                .isEqualTo(words);
    }

    static Set<String> keys(String language) {
        return bundle(language).stringPropertyNames();
    }

    private static String words(PricedLine line, String language) {
        MessageFormat format = new MessageFormat(
                bundle(language).getProperty(line.text().messageKey()), Locale.forLanguageTag(language));
        return format.format(line.text().arguments().toArray());
    }

    private static MessageFormat format(Properties texts, String key) {
        return new MessageFormat(texts.getProperty(key), Locale.ROOT);
    }

    private static Properties bundle(String language) {
        String name = "/messages/billing_%s.properties".formatted(language);
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
