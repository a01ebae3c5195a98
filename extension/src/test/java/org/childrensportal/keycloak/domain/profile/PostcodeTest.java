package org.childrensportal.keycloak.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTest {

    @ParameterizedTest
    @CsvSource({
        "sw1a1aa, SW1A 1AA",
        "M1 1AE, M1 1AE",
        "b33-8th, B33 8TH",
        "(CR2) 6.XH, CR2 6XH",
        "DN551PT, DN55 1PT",
        "w1a 0ax, W1A 0AX",
        "EC1A 1BB, EC1A 1BB",
        "gir 0aa, GIR 0AA",
        "SW1A\u200E 1AA\uFEFF, SW1A 1AA",
        "SW\u00AD1A\u2060 1AA, SW1A 1AA",
        "SWIA 1AA, SW1A 1AA",
        "swia iaa, SW1A 1AA",
        "EC1V OBW, EC1V 0BW",
        "SOI 1AA, SO1 1AA",
        "S01 1AA, S01 1AA",
        "0X1 1AA, OX1 1AA",
        "1P1 1AA, IP1 1AA",
        "MI IAE, M1 1AE",
        "BF1 0AX, BF1 0AX"
    })
    void aFullPostcodeIsStoredInItsStandardForm(String typed, String standard) {
        assertThat(Postcode.read(typed)).map(Postcode::text).contains(standard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SW1A",
                "1AA",
                "QQ1 1AA",
                "M1 1CC",
                "SW1A 1AAA",
                "12345",
                "BFPO 61",
                "75001",
                "SW1A 1AO",
                "OOI OOI",
                "SW1A 10A"
            })
    void anythingElseIsRefused(String typed) {
        assertThat(Postcode.read(typed)).isEmpty();
    }

    @Property
    void readingNeverFailsAndTheStandardFormReadsAsItself(@ForAll String typed) {
        Postcode.read(typed)
                .ifPresent(
                        postcode -> assertThat(Postcode.read(postcode.text())).contains(postcode));
    }
}
