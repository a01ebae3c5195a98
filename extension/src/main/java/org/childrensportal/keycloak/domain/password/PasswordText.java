package org.childrensportal.keycloak.domain.password;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A password as somebody typed it. The same text can be spelt in several ways that nobody can tell
 * apart: "Ü" is one character on most keyboards, and a letter with a combining mark on some others
 * and in what is pasted. It is judged and hashed in one of them, Unicode's composed form (NFC), as
 * NIST SP 800-63B asks.
 *
 * <p>Not a record: those write what they hold into whatever prints them.
 */
public final class PasswordText {

    /**
     * More UTF-16 units than any spelling of the longest password that an administrator can allow
     * has: a composed code point decomposes into four of them at most. A longer text is taken as it
     * was typed, since it may take seconds to normalise.
     */
    public static final int LONGEST = 4_096;

    private final String typed;

    /**
     * @param typed what was typed, of any length
     */
    public PasswordText(String typed) {
        this.typed = typed;
    }

    /** The spelling that is judged and hashed. */
    public String composed() {
        return in(Normalizer.Form.NFC);
    }

    /**
     * The spellings in which an older hash of this text may have been made, each once: composed, as
     * it was typed, decomposed. One for most passwords, at most three; how many depends on nothing
     * but the text.
     */
    public List<String> spellings() {
        return Stream.of(composed(), typed, in(Normalizer.Form.NFD)).distinct().toList();
    }

    /** Whether both are the same text, however each is spelt. */
    public boolean isSameAs(PasswordText other) {
        return composed().equals(other.composed());
    }

    private String in(Normalizer.Form form) {
        return typed.length() > LONGEST ? typed : Normalizer.normalize(typed, form);
    }
}
