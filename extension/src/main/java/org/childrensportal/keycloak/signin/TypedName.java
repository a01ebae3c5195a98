package org.childrensportal.keycloak.signin;

import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.text.VisibleText;

/**
 * What somebody typed to say who they are: an address, or the name of an account that an
 * administrator made.
 *
 * @param text what can be seen of it; empty if nothing was typed
 */
record TypedName(String text) {

    /** What was typed, without what cannot be seen at its ends, and without control characters. */
    static TypedName read(String typed) {
        return new TypedName(
                VisibleText.strip(Optional.ofNullable(typed).orElse(""))
                        .replaceAll("\\p{Cntrl}", ""));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.read(text);
    }

    /** Under what an account may be found, the likeliest first. */
    Stream<String> spellings() {
        return Stream.concat(Stream.of(text), address().map(EmailAddress::text).stream())
                .filter(spelling -> !spelling.isEmpty())
                .distinct();
    }
}
