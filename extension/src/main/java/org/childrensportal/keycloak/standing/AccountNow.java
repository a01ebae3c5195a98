package org.childrensportal.keycloak.standing;

import java.util.Optional;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.IdentityCookieToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a {@link Standing} is made of and compared with: the account as this request sees it. */
final class AccountNow {

    private final KeycloakSession session;
    private final AuthenticationSessionModel journey;
    private final RealmModel realm;
    private final UserModel user;

    AccountNow(KeycloakSession session, AuthenticationSessionModel journey, UserModel user) {
        this.session = session;
        this.journey = journey;
        this.realm = journey.getRealm();
        this.user = user;
    }

    Standing standing() {
        return new Standing(
                isRegistration() ? Optional.empty() : Optional.of(SessionPassword.of(user)),
                Optional.of(signOut()),
                address(),
                browserSession().map(AccountNow::name));
    }

    /** The first thing by which a journey has lost what was {@code noted} of it. */
    Optional<StandingError> lost(Standing noted) {
        if (!user.isEnabled()) {
            return Optional.of(StandingError.DISABLED);
        }
        if (noted.password()
                .filter(before -> !before.equals(SessionPassword.of(user)))
                .isPresent()) {
            return Optional.of(StandingError.PASSWORD_CHANGED);
        }
        if (noted.address().isPresent() && !noted.address().equals(address())) {
            return Optional.of(StandingError.ADDRESS_CHANGED);
        }
        if (noted.signOut().filter(before -> !before.equals(signOut())).isPresent()
                || noted.session().filter(before -> !isOpen(before)).isPresent()) {
            return Optional.of(StandingError.SIGNED_OUT);
        }
        return Optional.empty();
    }

    /** Whoever has proven the address by now has come in by it. */
    private boolean isRegistration() {
        return address().isEmpty() && isRegistered();
    }

    private boolean isRegistered() {
        return isNoted(AuthenticationManager.NEW_USER_REGISTERED)
                || isNoted(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER);
    }

    private boolean isNoted(String name) {
        return Boolean.parseBoolean(journey.getAuthNote(name));
    }

    private String signOut() {
        return session.users().getNotBeforeOfUser(realm, user) + " " + realm.getNotBefore();
    }

    Optional<String> address() {
        Addresses addresses = new Addresses(user.getEmail(), user.isEmailVerified(), null);
        return addresses.isProven() ? addresses.own() : Optional.empty();
    }

    /**
     * The session of the browser, if it is this account's: that of the cookie by which Keycloak
     * lets people in without asking. Most journeys in such a browser have the session's id (26.7),
     * but one that the browser has by another cookie has not.
     */
    Optional<UserSessionModel> browserSession() {
        return Optional.ofNullable(
                        session.getProvider(CookieProvider.class).get(CookieType.IDENTITY))
                .map(cookie -> session.tokens().decode(cookie, IdentityCookieToken.class))
                .map(IdentityCookieToken::getSessionId)
                .map(id -> session.sessions().getUserSession(realm, id))
                .filter(open -> user.equals(open.getUser()));
    }

    /** Somebody who signs in again gets a session of the same id. */
    private static String name(UserSessionModel open) {
        return open.getId() + " " + open.getStarted();
    }

    private boolean isOpen(String name) {
        UserSessionModel open =
                session.sessions().getUserSession(realm, name.substring(0, name.indexOf(' ')));
        return open != null
                && name(open).equals(name)
                && AuthenticationManager.isSessionValid(realm, open);
    }
}
