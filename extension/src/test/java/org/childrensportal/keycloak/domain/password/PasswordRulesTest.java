package org.childrensportal.keycloak.domain.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aRuleThatIsNotInForceIsNotBroken() {
        for (PasswordRule rule : PasswordRule.values()) {
            Map<PasswordRule, Integer> others = new EnumMap<>(GUIDE.inForce());
            others.remove(rule);
            assertThat(new PasswordRules(others).broken("")).doesNotContain(rule);
        }
        assertThat(new PasswordRules(Map.of()).broken("")).isEmpty();
    }

    @Property
    void takingOneRuleAwayChangesNoOtherVerdict(
            @ForAll String password, @ForAll PasswordRule rule) {
        Map<PasswordRule, Integer> others = new EnumMap<>(GUIDE.inForce());
        others.remove(rule);
        List<PasswordRule> expected = new ArrayList<>(GUIDE.broken(password));
        expected.remove(rule);
        assertThat(new PasswordRules(others).broken(password)).isEqualTo(expected);
    }

    @Property
    void theOrderInWhichRulesAreGivenDoesNotMatter(
            @ForAll String password, @ForAll("rulesInAnyOrder") List<PasswordRule> order) {
        Map<PasswordRule, Integer> shuffled = new LinkedHashMap<>();
        order.forEach(rule -> shuffled.put(rule, rule.standard()));
        assertThat(new PasswordRules(shuffled).broken(password)).isEqualTo(GUIDE.broken(password));
    }

    @Provide
    Arbitrary<List<PasswordRule>> rulesInAnyOrder() {
        return Arbitraries.shuffle(PasswordRule.values());
    }

    @Property
    void composedAndDecomposedSpellingsAreTheSame(@ForAll String password) {
        String decomposed = Normalizer.normalize(password, Normalizer.Form.NFD);
        assertThat(GUIDE.broken(decomposed)).isEqualTo(GUIDE.broken(password));
    }

    @ParameterizedTest
    @CsvSource({
        "MINIMUM_LENGTH, 7",
        "MINIMUM_LENGTH, 65",
        "MAXIMUM_LENGTH, 63",
        "MAXIMUM_LENGTH, 1025",
        "DIGIT, 0",
        "DIGIT, 2"
    })
    void aNumberOutOfBoundsIsRefused(PasswordRule rule, int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordRules(Map.of(rule, number)))
                .withMessageContaining("%d to %d", rule.minimum(), rule.maximum());
    }
}
