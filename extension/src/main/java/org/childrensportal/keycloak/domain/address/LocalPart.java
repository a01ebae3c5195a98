package org.childrensportal.keycloak.domain.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.keycloak.domain.text.VisibleText;

/**
 * What stands before the at sign of an address (RFC 5321, 4.1.2, and 5322, 3.4.1): words with dots
 * between them, each bare or in quotation marks, which mean the same. A local part that needs its
 * quotation marks is not read: with an at sign or a blank in it, some mail servers deliver to
 * another mailbox.
 *
 * @param meant what is meant, without quotation marks
 */
record LocalPart(String meant) {

    /**
     * What RFC 5322 allows, except {@code %} and {@code !}, by which mail servers may forward a
     * mail.
     */
    private static final String ATOM = "[a-z0-9#$&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+";

    private static final Pattern BARE = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    private static final Pattern WORD =
            Pattern.compile("\\G(\\.?)(?:\"((?:[^\"\\\\]|\\\\.)++)\"|(" + ATOM + "))");
    private static final char TAG = '+';

    /** Reads a local part in lower case. */
    static Optional<LocalPart> read(String typed) {
        StringBuilder meant = new StringBuilder();
        Matcher word = WORD.matcher(typed);
        int end = 0;
        while (word.find()) {
            // Every word but the first has a dot before it.
            if (word.group(1).isEmpty() != (end == 0)) {
                return Optional.empty();
            }
            String quoted = word.group(2);
            meant.append(word.group(1))
                    .append(quoted == null ? word.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            end = word.end();
        }
        return end == typed.length() && BARE.matcher(meant).matches() && isVisible(meant)
                ? Optional.of(new LocalPart(meant.toString()))
                : Optional.empty();
    }

    private static boolean isVisible(CharSequence meant) {
        return meant.codePoints()
                .noneMatch(
                        character ->
                                VisibleText.isWhiteSpace(character)
                                        || Character.getType(character) == Character.SURROGATE);
    }

    /** The local part as it is mailed. */
    String text() {
        return meant;
    }

    /** Without the tag that somebody may have added. */
    String mailbox() {
        int tag = meant.indexOf(TAG);
        return tag > 0 ? meant.substring(0, tag) : meant;
    }
}
