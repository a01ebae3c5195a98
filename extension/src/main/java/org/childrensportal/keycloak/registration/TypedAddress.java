package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.text.VisibleText;
import org.childrensportal.keycloak.profile.ProfileAttribute;

/**
 * What was typed into the field of the address.
 *
 * @param text the address in its one form; what was typed if it is none
 */
record TypedAddress(String text) {

    static TypedAddress of(MultivaluedMap<String, String> form) {
        String typed = form.getFirst(ProfileAttribute.EMAIL);
        return new TypedAddress(
                EmailAddress.read(typed)
                        .map(EmailAddress::text)
                        .orElseGet(() -> typed == null ? "" : VisibleText.strip(typed)));
    }

    /** The address, if it is one. */
    Optional<EmailAddress> address() {
        return EmailAddress.read(text);
    }
}
