package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
                "\t1234\u00a05678\r\n",
                "１２３４５６７８",
                "12345678.",
                "\"12345678\"",
                "“12345678”",
                "‘1234 5678’.",
                "'12345678',",
                "\u200E12345678\u202C"
            })
    void spacesAndHyphensAreIgnored(String typed) {
        assertThat(TypedCode.read(typed).code()).map(EmailCode::digits).contains("12345678");
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "' - ', EMPTY", "1234567, WRONG_LENGTH", "1234567x, NOT_DIGITS"})
    void whatIsNotACodeIsToldApart(String typed, TypedCode.Form form) {
        assertThat(TypedCode.read(typed).form()).isEqualTo(form);
    }

    @Property
    void readingNeverFails(@ForAll String typed) {
        TypedCode code = TypedCode.read(typed);
        assertThat(code.code().isPresent()).isEqualTo(code.form() == TypedCode.Form.CODE);
    }
}
