package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "1234 5678",
                "1234-5678",
                "1234\u20135678",
                "1234\u20115678",
                "12 34 56 78",
                "1 2 3 4 5 6 7 8",
                "123.456.78",
                "\t1234\u00a05678\r\n",
                "1234\u202F5678",
                "1234\u20095678",
                "\u300012345678",
                "\uFEFF12345678",
                "12345678\u200B",
                "\u200E12345678\u202C",
                "\u206812345678\u2069",
                "1234\u00AD5678",
                "1234\u20605678",
                "12345678\uFE0F",
                "\u280012345678",
                "12345678\u0000",
                "１２３４５６７８",
                "１２３４－５６７８",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "\u06F1\u06F2\u06F3\u06F4\u06F5\u06F6\u06F7\u06F8",
                "\u0967\u0968\u0969\u096A\u096B\u096C\u096D\u096E",
                "12345678.",
                "12345678\u3002",
                "12345678,",
                "12345678;",
                ": 12345678",
                "(12345678)",
                "[12345678]",
                "*12345678*",
                "__12345678__",
                "`12345678`",
                "\"12345678\"",
                "“12345678”",
                "„12345678“",
                "«12345678»",
                "‹12345678›",
                "‘1234 5678’.",
                "'12345678',"
            })
    void whatSetsDigitsApartOrStandsAroundThemIsIgnored(String typed) {
        assertThat(TypedCode.read(typed).code()).map(EmailCode::digits).contains("12345678");
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "' - ', EMPTY",
        "'\u200B\u00AD', EMPTY",
        "'\"\"', EMPTY",
        "1234567, WRONG_LENGTH",
        "123456789, WRONG_LENGTH",
        "12345678 12345678, WRONG_LENGTH",
        "1234567x, NOT_DIGITS",
        "1234567O, NOT_DIGITS",
        "+12345678, NOT_DIGITS",
        "0x12345678, NOT_DIGITS",
        "12345678€, NOT_DIGITS"
    })
    void whatIsNotACodeIsToldApart(String typed, TypedCode.Form form) {
        assertThat(TypedCode.read(typed).form()).isEqualTo(form);
    }

    @Property
    void readingNeverFails(@ForAll String typed) {
        TypedCode code = TypedCode.read(typed);
        assertThat(code.code().isPresent()).isEqualTo(code.form() == TypedCode.Form.CODE);
    }

    @Property
    void whateverStandsBetweenTheDigitsTheCodeIsRead(@ForAll("between") List<String> between) {
        StringBuilder typed = new StringBuilder(between.get(8));
        for (int place = 0; place < EmailCode.LENGTH; place++) {
            typed.append(place + 1).append(between.get(place));
        }
        assertThat(TypedCode.read(typed.toString()).code())
                .map(EmailCode::digits)
                .contains("12345678");
    }

    @Provide
    Arbitrary<List<String>> between() {
        return Arbitraries.of(
                        "", " ", "\u00A0", "\u200B", "\u00AD", "\uFEFF", "-", "\u2014", ".", "\"",
                        "\u201C", "'", "\n", "\u3000", "\u2800", "\u202A")
                .list()
                .ofSize(EmailCode.LENGTH + 1);
    }
}
