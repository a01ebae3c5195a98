package org.childrensportal.keycloak.domain.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final PasswordRules GUIDE = PasswordRules.ofTheGuide();

    @ParameterizedTest
    @CsvSource({
        "Abcdefghijk1_, MINIMUM_LENGTH",
        "Abcdefghijkl1m, SPECIAL",
        "abcdefghijkl1_, UPPER_CASE",
        "Abcdefghijklm_, DIGIT",
        "1Abcdefghijkl_, STARTS_WITH_LETTER",
        "Abcdefgh ijkl1_, ALLOWED_CHARACTERS"
    })
    void eachRuleIsBrokenAlone(String password, PasswordRule rule) {
        assertThat(GUIDE.broken(password)).containsExactly(rule);
    }

    @Test
    void lettersOfAnyAlphabetAndTheUnderscoreAreAccepted() {
        assertThat(GUIDE.broken("Žluťoučký_kůň1")).isEmpty();
        assertThat(GUIDE.broken("Abcdefghijk1_" + "😀")).isEmpty();
    }

    @Test
    void lengthCountsCodePointsAndALongPasswordIsRefused() {
        String start = "Ab1_";
        assertThat(GUIDE.broken(start + "x".repeat(124))).isEmpty();
        assertThat(GUIDE.broken(start + "x".repeat(125)))
                .containsExactly(PasswordRule.MAXIMUM_LENGTH);
    }

    @Property
    void everyPasswordGetsAVerdict(@ForAll String password) {
        assertThat(GUIDE.broken(password)).doesNotHaveDuplicates();
    }

    @Test
    void theSettingReadsBackAsItWasWritten() {
        assertThat(PasswordRulesText.read(PasswordRulesText.write(GUIDE))).isEqualTo(GUIDE);
        assertThat(PasswordRulesText.read("")).isEqualTo(GUIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "3-128", "20-10", "14-9999", "14-128 emoji"})
    void aWrongSettingIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordRulesText.read(text));
    }
}
