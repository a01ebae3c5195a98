package org.childrensportal.keycloak.domain.password;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords that many people have chosen before, and those with a few digits or signs added at
 * either end ("Password12345!"): guessing programs try them first.
 *
 * @param entries common passwords in lower case, each at least {@link #SHORTEST} characters long
 */
public record CommonPasswords(Set<String> entries) {

    /** How many digits or signs may be added without making a common password another one. */
    public static final int ADDED_AT_MOST = 6;

    /**
     * Shorter entries cannot matter: even with what may be added they are below the minimum length.
     */
    public static final int SHORTEST = 8;

    private static final Pattern ADDED_AT_THE_ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    /** Whether {@code password} is common. Upper and lower case make no difference. */
    public boolean contain(String password) {
        String whole = fold(password);
        if (entries.contains(whole)) {
            return true;
        }
        String core = ADDED_AT_THE_ENDS.matcher(whole).replaceAll("");
        return whole.length() - core.length() <= ADDED_AT_MOST && entries.contains(core);
    }

    /** The form in which passwords are compared. */
    public static String fold(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
