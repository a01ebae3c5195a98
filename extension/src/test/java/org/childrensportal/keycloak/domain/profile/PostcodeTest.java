package org.childrensportal.keycloak.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTest {

    private static final String LOOK_ALIKES = "O0I1";

    @ParameterizedTest
    @CsvSource({
        "sw1a1aa, SW1A 1AA",
        "M1 1AE, M1 1AE",
        "b33-8th, B33 8TH",
        "(CR2) 6.XH, CR2 6XH",
        "DN551PT, DN55 1PT",
        "w1a 0ax, W1A 0AX",
        "W1U1BW, W1U 1BW",
        "EC1A 1BB, EC1A 1BB",
        "gir 0aa, GIR 0AA",
        "GX11 1AA, GX11 1AA",
        "JE2 3AB, JE2 3AB",
        "eh99.1sp, EH99 1SP",
        "YO62 7TT, YO62 7TT",
        "BF1 2AY, BF1 2AY",
        "'\"SW1A 1AA\"', SW1A 1AA",
        "'SW1A 1AA,', SW1A 1AA",
        "‘SW1A 1AA’., SW1A 1AA",
        "SW1A_1AA, SW1A 1AA",
        "S W 1 A 1 A A, SW1A 1AA",
        "SW1A\u2013\u20131AA, SW1A 1AA",
        "SW1A\u00A01AA\u3000, SW1A 1AA",
        "SW1A\u200E 1AA\uFEFF, SW1A 1AA",
        "SW\u00AD1A\u2060 1AA, SW1A 1AA",
        "ＳＷ１Ａ　１ＡＡ, SW1A 1AA",
        "sw\u0661a \u0661aa, SW1A 1AA",
        "ır1 1aa, IR1 1AA"
    })
    void aFullPostcodeIsStoredInItsStandardForm(String typed, String standard) {
        assertThat(Postcode.read(typed)).map(Postcode::text).contains(standard);
        assertThat(Postcode.tidy(typed)).isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "SWIA 1AA, SW1A 1AA",
        "swia iaa, SW1A 1AA",
        "EC1V OBW, EC1V 0BW",
        "ECIV OBW, EC1V 0BW",
        "Y062 7TT, YO62 7TT",
        "YO1 OET, YO1 0ET",
        "Y01 7HH, YO1 7HH",
        "P01 2AB, PO1 2AB",
        "P015 5RR, PO15 5RR",
        "S017 1BJ, SO17 1BJ",
        "C043 OXZ, CO43 0XZ",
        "0X1 1AA, OX1 1AA",
        "0XI IAA, OX1 1AA",
        "0L10 OAA, OL10 0AA",
        "OLIO OAA, OL10 0AA",
        "1P1 1AA, IP1 1AA",
        "1G11 IAA, IG11 1AA",
        "IV1O 3AA, IV10 3AA",
        "BLO 9AB, BL0 9AB",
        "CRO 2AA, CR0 2AA",
        "MI IAE, M1 1AE",
        "M6O IAA, M60 1AA",
        "LII OAA, L11 0AA",
        "LIO 1AA, L10 1AA",
        "EIW 1AA, E1W 1AA",
        "E2O 1EJ, E20 1EJ",
        "NIC 4AG, N1C 4AG",
        "WIA OAX, W1A 0AX",
        "SEIP 1AA, SE1P 1AA",
        "W1T IJY, W1T 1JY",
        "BT1 OAA, BT1 0AA",
        "BFI OAX, BF1 0AX",
        "GIR OAA, GIR 0AA",
        "G1R 0AA, GIR 0AA"
    })
    void aLookAlikeIsPutRightWhereOnlyTheOtherMayStand(String typed, String standard) {
        assertThat(Postcode.read(typed)).map(Postcode::text).contains(standard);
    }

    @Tag("many-tries")
    @Property(tries = 5_000)
    void onlyOnePostcodeCanBeMeantHoweverTheLookAlikesAreTyped(
            @ForAll("postcodes") String postcode, @ForAll Random random) {
        StringBuilder typed = new StringBuilder();
        for (char character : postcode.toCharArray()) {
            int place = LOOK_ALIKES.indexOf(character);
            typed.append(
                    place >= 0 && random.nextBoolean() ? LOOK_ALIKES.charAt(place ^ 1) : character);
        }
        assertThat(Postcode.read(typed.toString())).map(Postcode::text).contains(postcode);
    }

    @Provide
    Arbitrary<String> postcodes() {
        Arbitrary<String> first = one("ABCDEFGHIJKLMNOPRSTUWYZ");
        Arbitrary<String> second = one("ABCDEFGHKLMNOPQRSTUVWXY");
        Arbitrary<String> district = Arbitraries.integers().between(0, 99).map(String::valueOf);
        Arbitrary<String> digit = one("0123456789");
        Arbitrary<String> outward =
                Arbitraries.oneOf(
                        Combinators.combine(one("ABCDEFGHJKLMNPRSTUWYZ"), district)
                                .as(String::concat),
                        Combinators.combine(first, second, district).as((a, b, c) -> a + b + c),
                        Combinators.combine(
                                        one("ABCDEFGHJKLMNPRSTUWYZ"), digit, one("ABCDEFGHJKPSTUW"))
                                .as((a, b, c) -> a + b + c),
                        Combinators.combine(first, second, digit, one("ABEHMNPRVWXY"))
                                .as((a, b, c, d) -> a + b + c + d));
        Arbitrary<String> unit = one("ABDEFGHJLNPQRSTUWXYZ");
        // There are no areas O, I, OO, IO and DO: "123 4AB" is Dutch, "D02 P5TW" is in Dublin.
        return Combinators.combine(
                        outward.filter(code -> !code.matches("(?:[IO]O|DO).*")), digit, unit, unit)
                .as((code, sector, a, b) -> code + " " + sector + a + b);
    }

    private static Arbitrary<String> one(String characters) {
        return Arbitraries.of(characters.split(""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', UNKNOWN",
        "SW1A, UNKNOWN",
        "1AA, UNKNOWN",
        "EH1 JS, UNKNOWN",
        "QQ1 1AA, UNKNOWN",
        "M1 1CC, UNKNOWN",
        "SW1A 1AAA, UNKNOWN",
        "SW1A 1AO, UNKNOWN",
        "SW1A 10A, UNKNOWN",
        "OOI OOI, UNKNOWN",
        "SW1A 0A[, UNKNOWN",
        "B33 8T^, UNKNOWN",
        "CB1X 0B, UNKNOWN",
        "GM4N6TF?, UNKNOWN",
        "N/A, UNKNOWN",
        "London, UNKNOWN",
        "BFPO 61, BFPO",
        "bfpo61, BFPO",
        "B.F.P.O. 61, BFPO",
        "BFP0 6I, BFPO",
        "BFPO 5423 HMS Ocean, BFPO",
        "BFPO c/o 16, BFPO",
        "75001, OVERSEAS",
        "F-75001, OVERSEAS",
        "D-10115, OVERSEAS",
        "LV-1010, OVERSEAS",
        "2000, OVERSEAS",
        "12345-6789, OVERSEAS",
        "APO AE 09128, OVERSEAS",
        "1234 AB, OVERSEAS",
        "1012 AB, OVERSEAS",
        "D02 P5TW, OVERSEAS",
        "111 22, OVERSEAS",
        "00-950, OVERSEAS",
        "01310-100, OVERSEAS",
        "〒100-0001, OVERSEAS",
        "C1425CLA, OVERSEAS",
        "VLT 1117, OVERSEAS",
        "K1A 0B1, OVERSEAS",
        "D02 X285, OVERSEAS",
        "A65 F4E2, OVERSEAS",
        "D6W XY00, OVERSEAS",
        "FIQQ 1ZZ, OVERSEAS",
        "STHL 1ZZ, OVERSEAS",
        "KY1-1100, OVERSEAS",
        "VG1110, OVERSEAS",
        "AI-2640, OVERSEAS"
    })
    void anythingElseIsRefusedForWhatItIs(String typed, Postcode.Other other) {
        assertThat(Postcode.read(typed)).isEmpty();
        assertThat(Postcode.other(typed)).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 2_001, 100_000})
    void aLongTextIsNoPostcode(int length) {
        String typed = "SW1A 1AA" + " ".repeat(length) + "BFPO 1";
        assertThat(Postcode.read(typed)).isEmpty();
        assertThat(Postcode.other("9".repeat(length))).isEqualTo(Postcode.Other.OVERSEAS);
    }

    @Test
    void aTextOfAHundredCharactersCanBeAPostcode() {
        assertThat(Postcode.read("SW1A 1AA" + " ".repeat(92))).contains(new Postcode("SW1A 1AA"));
    }

    @ParameterizedTest
    @CsvSource({
        "' sw1a1aa ', SW1A 1AA",
        "' BFPO  61 ', BFPO 61",
        "'75001\u00A0 Paris', 75001 Paris",
        "' ', ''"
    })
    void whatIsNoPostcodeIsStoredAsALine(String typed, String stored) {
        assertThat(Postcode.tidy(typed)).isEqualTo(stored);
    }

    @Property
    void readingNeverFailsAndTheStandardFormReadsAsItself(@ForAll String typed) {
        Postcode.read(typed)
                .ifPresent(
                        postcode -> assertThat(Postcode.read(postcode.text())).contains(postcode));
        assertThat(Postcode.other(typed)).isNotNull();
        assertThat(Postcode.tidy(Postcode.tidy(typed))).isEqualTo(Postcode.tidy(typed));
    }
}
