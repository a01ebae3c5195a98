package org.childrensportal.keycloak.signin;

import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.database.StoredText;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.text.VisibleText;

/**
 * What somebody typed to say who they are: an address, or the name of an account that an
 * administrator made.
 *
 * @param text what can be seen of it; empty if nothing was typed
 */
record TypedName(String text) {

    /** No address or user name is longer, however it is written. */
    private static final int LONGEST = 1_000;

    private static final String REPLACEMENT = "\uFFFD";

    /** What was typed, as the database can look for it. */
    static TypedName read(String typed, StoredText stored) {
        return read(stored.storable(typed, REPLACEMENT));
    }

    /** What was typed, without what cannot be seen at its ends, and without control characters. */
    static TypedName read(String typed) {
        String text =
                VisibleText.strip(Optional.ofNullable(typed).orElse(""))
                        .replaceAll("\\p{Cntrl}", "");
        // Nobody has such a user name, and it would be written to the event and to the session.
        return new TypedName(text.length() > LONGEST ? "" : text);
    }

    Optional<EmailAddress> address() {
        return EmailAddress.read(text);
    }

    /** What an account may be found by, the likeliest first. */
    Stream<String> spellings() {
        return Stream.concat(Stream.of(text), address().map(EmailAddress::text).stream())
                .filter(spelling -> !spelling.isEmpty())
                .distinct();
    }
}
