package org.childrensportal.keycloak.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Passwords that are tried first")
class ObviousPasswordsTest {

    private static final CommonPasswords COMMON =
            new CommonPasswords(Set.of("password", "liverpool", "nick1234-rem936"));

    private static final OwnWords OWN =
            OwnWords.of(
                    List.of(
                            "Zoë",
                            "O'Brien",
                            "zoe.obrien@school.example",
                            "Hillside School",
                            "Li",
                            ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password123456",
                "PASSWORD!!!!!1",
                "12Password123!",
                "Liverpool2024!",
                "NICK1234-rem936"
            })
    @DisplayName("a common one, whatever its case and with up to six characters added, is found")
    void common(String password) {
        assertThat(COMMON.contain(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Password1234567", "Correct-Horse-7-battery", "Passwords12345", "", "1234"})
    @DisplayName("anything else is not")
    void notCommon(String password) {
        assertThat(COMMON.contain(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My-obrien-is-here-1",
                "Hello-O'BRIEN-1-you",
                "Zoe.Obrien@school.example",
                "A1-zoe_obrien-pass",
                "HillsideSchool-2024"
            })
    @DisplayName("one that contains the person's name, address or organisation is found")
    void ownWord(String password) {
        assertThat(OWN.areIn(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lively-Horse-7-x", "School-of-fish-77", "Hill-side-lamp-1", ""})
    @DisplayName("short names and parts of names are in too many good ones to count")
    void notOwnWord(String password) {
        assertThat(OWN.areIn(password)).isFalse();
    }
}
