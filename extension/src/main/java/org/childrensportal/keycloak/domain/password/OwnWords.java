package org.childrensportal.keycloak.domain.password;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that anybody who knows a person would try: their name, address, organisation, and the
 * service's name. Compared without case, spaces and punctuation, so that "Zoë.O'Brien" is found in
 * "ZOEOBRIEN…" only if it is spelt with the same letters.
 */
public final class OwnWords {

    /** Too many good passwords contain shorter words by chance. */
    public static final int SHORTEST = 4;

    private static final Pattern DOMAIN = Pattern.compile("@[^@]*$");

    private final Set<String> words;

    private OwnWords(Set<String> words) {
        this.words = words;
    }

    /**
     * The words in {@code names}; of an email address also the part before the at sign.
     *
     * @param names names and addresses as typed; empty ones are ignored
     */
    public static OwnWords of(Collection<String> names) {
        Set<String> words = new LinkedHashSet<>();
        for (String name : names) {
            words.add(letters(name));
            words.add(letters(DOMAIN.matcher(name).replaceFirst("")));
        }
        return new OwnWords(
                words.stream()
                        .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                        .collect(Collectors.toSet()));
    }

    /** Whether {@code password} contains one of the words. */
    public boolean areIn(String password) {
        String typed = letters(password);
        return words.stream().anyMatch(typed::contains);
    }

    /** The letters and digits of {@code text} in lower case. */
    private static String letters(String text) {
        return Arrays.stream(CommonPasswords.fold(text).split("[^\\p{L}\\p{M}\\p{Nd}]+"))
                .collect(Collectors.joining());
    }
}
