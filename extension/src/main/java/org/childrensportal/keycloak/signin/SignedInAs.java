package org.childrensportal.keycloak.signin;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.UserModel;

/**
 * Whom the page asks to sign in again, in words that the person knows: what they typed to say who
 * they are, if a page before this one asked for it; else their address; else the account's name.
 */
final class SignedInAs {

    /** What the page finds it by. */
    private static final String ATTRIBUTE = "signedInAs";

    private SignedInAs() {}

    /** Tells the page, if it is known already who signs in. */
    static void tell(AuthenticationFlowContext context) {
        Optional.ofNullable(context.getUser())
                .map(user -> typed(context).orElseGet(() -> known(user)))
                .ifPresent(name -> context.form().setAttribute(ATTRIBUTE, name));
    }

    /** Somebody's address is not told to whoever typed the name of the account. */
    private static Optional<String> typed(AuthenticationFlowContext context) {
        return Optional.ofNullable(
                context.getAuthenticationSession()
                        .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME));
    }

    private static String known(UserModel user) {
        return Optional.ofNullable(user.getEmail())
                .filter(address -> !address.isBlank())
                .orElseGet(user::getUsername);
    }
}
