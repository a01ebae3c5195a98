package org.childrensportal.keycloak.domain.password;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the rules are written as one setting: the two lengths, then the rules in force, as in {@code
 * 14-128 letter allowed-characters starts-with-letter upper-case digit special}. A rule that is not
 * named is off.
 */
public final class PasswordRulesText {

    private static final Pattern LENGTHS = Pattern.compile("([0-9]{1,4})-([0-9]{1,4})");

    private PasswordRulesText() {}

    /** Writes {@code rules}; {@link #read} reads it back. */
    public static String write(PasswordRules rules) {
        return Stream.concat(
                        Stream.of(rules.minimum() + "-" + rules.maximum()),
                        PasswordRules.SWITCHABLE.stream()
                                .filter(rules.switchable()::contains)
                                .map(PasswordRule::id))
                .collect(Collectors.joining(" "));
    }

    /**
     * Reads a setting; blank means the rules of the guide.
     *
     * @throws IllegalArgumentException with a message that says what is allowed
     */
    public static PasswordRules read(String text) {
        List<String> words = Arrays.stream(text.strip().split("[\\s,]+")).toList();
        if (words.get(0).isEmpty()) {
            return PasswordRules.ofTheGuide();
        }
        Matcher lengths = LENGTHS.matcher(words.get(0));
        if (!lengths.matches()) {
            throw new IllegalArgumentException(
                    "begin with the least and the greatest length, such as 14-128");
        }
        return new PasswordRules(
                Integer.parseInt(lengths.group(1)),
                Integer.parseInt(lengths.group(2)),
                rules(words.subList(1, words.size())));
    }

    private static Set<PasswordRule> rules(List<String> words) {
        Set<PasswordRule> rules = EnumSet.noneOf(PasswordRule.class);
        words.forEach(word -> rules.add(rule(word)));
        return rules;
    }

    private static PasswordRule rule(String word) {
        Optional<PasswordRule> rule =
                PasswordRules.SWITCHABLE.stream()
                        .filter(candidate -> candidate.id().equals(word))
                        .findFirst();
        return rule.orElseThrow(
                () ->
                        new IllegalArgumentException(
                                "after the lengths name the rules in force, of these: "
                                        + PasswordRules.SWITCHABLE.stream()
                                                .map(PasswordRule::id)
                                                .collect(Collectors.joining(" "))));
    }
}
