package org.childrensportal.keycloak.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A password rule")
class PasswordRuleTest {

    @ParameterizedTest
    @CsvSource({
        "MINIMUM_LENGTH, minimum-length, 14, 8, 64, true",
        "LETTER, letter, 1, 1, 1, false",
        "ALLOWED_CHARACTERS, allowed-characters, 1, 1, 1, false",
        "STARTS_WITH_LETTER, starts-with-letter, 1, 1, 1, false",
        "UPPER_CASE, upper-case, 1, 1, 1, false",
        "DIGIT, digit, 1, 1, 1, false",
        "SPECIAL, special, 1, 1, 1, false",
        "MAXIMUM_LENGTH, maximum-length, 128, 64, 1024, true"
    })
    @DisplayName("has the number of the guide and its bounds, and is set by number if they differ")
    void numbers(
            PasswordRule rule,
            String id,
            int standard,
            int minimum,
            int maximum,
            boolean hasNumber) {
        assertThat(rule.id()).isEqualTo(id);
        assertThat(rule.standard()).isEqualTo(standard);
        assertThat(rule.minimum()).isEqualTo(minimum);
        assertThat(rule.maximum()).isEqualTo(maximum);
        assertThat(rule.hasNumber()).isEqualTo(hasNumber);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is told before somebody types, but the maximum length only when it is broken")
    void announced(PasswordRule rule) {
        assertThat(PasswordRules.ofTheGuide().announced().contains(rule))
                .isEqualTo(rule != PasswordRule.MAXIMUM_LENGTH);
    }
}
