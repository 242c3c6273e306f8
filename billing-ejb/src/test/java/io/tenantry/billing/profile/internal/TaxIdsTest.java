package io.tenantry.billing.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxIdsTest {

    @ParameterizedTest
    @CsvSource({
        "AT, ATU12345678",
        "BE, BE0123456789",
        "BG, BG123456789",
        "CY, CY12345678X",
        "CZ, CZ12345678",
        "DE, DE123456789",
        "DK, DK12345678",
        "EE, EE123456789",
        "ES, ESB12345678",
        "ES, ES12345678Z",
        "FI, FI12345678",
        "FR, FRXX123456789",
        "GR, EL123456789",
        "HR, HR12345678901",
        "HU, HU12345678",
        "IE, IE1234567FA",
        "IT, IT12345678901",
        "LT, LT123456789",
        "LU, LU12345678",
        "LV, LV12345678901",
        "MT, MT12345678",
        "NL, NL123456789B01",
        "PL, PL1234567890",
        "PT, PT123456789",
        "RO, RO1234567890",
        "SE, SE123456789001",
        "SI, SI12345678",
        "SK, SK1234567890",
        "EC, 1790012345001",
        "US, 123456789"
    })
    void takesWhatHasTheFormOfItsCountry(String country, String taxId) {
        assertThat(TaxIds.isValid(country, taxId)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DE, DE12345678",
        "DE, DE1234567890",
        "DE, 123456789",
        "DE, FR12345678901",
        "ES, ESB1234567",
        "GR, GR123456789",
        "NL, NL123456789C01",
        "EC, 12",
        "EC, 1790012345001<",
        "US, 1234567890123456789012345678901"
    })
    void refusesAnotherForm(String country, String taxId) {
        assertThat(TaxIds.isValid(country, taxId)).isFalse();
    }

    @Test
    void leavesOutWhatPeopleWriteBetween() {
        assertThat(TaxIds.normal("de 123.456-789")).isEqualTo("DE123456789");
    }
}
