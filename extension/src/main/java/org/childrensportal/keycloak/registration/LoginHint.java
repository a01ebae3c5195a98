package org.childrensportal.keycloak.registration;

import java.util.Optional;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The address by which the application knows the person ({@code login_hint}, OpenID Connect Core
 * 3.1.2.1). It stands in the field of the address the first time that the page is shown, and never
 * again: from then on what the person typed counts, also that they typed nothing.
 */
final class LoginHint {

    private static final String OFFERED = "portal.login-hint.offered";

    private final AuthenticationSessionModel journey;

    LoginHint(AuthenticationSessionModel journey) {
        this.journey = journey;
    }

    /** Makes it the answer, if there is none yet and it is an address. */
    void offerOnce() {
        if (journey.getAuthNote(OFFERED) == null) {
            journey.setAuthNote(OFFERED, "true");
            address()
                    .map(EmailAddress::display)
                    .ifPresent(
                            address -> new Answers(journey).offer(ProfileAttribute.EMAIL, address));
        }
    }

    private Optional<EmailAddress> address() {
        return EmailAddress.read(journey.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM));
    }
}
