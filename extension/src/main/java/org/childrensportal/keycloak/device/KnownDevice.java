package org.childrensportal.keycloak.device;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.childrensportal.keycloak.database.RealmKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.utils.SecureContextResolver;

/**
 * Browsers that accounts have signed in from. What they ask for in the name of an account is
 * counted separately, so that strangers cannot use it up.
 */
public final class KnownDevice {

    static final String COOKIE = "PORTAL_DEVICE";

    private static final int MAX_AGE = Math.toIntExact(Duration.ofDays(365).toSeconds());

    private KnownDevice() {}

    /** What the browser of this request has sent to show whom it knows; still to be checked. */
    public static Optional<String> sent(KeycloakSession session) {
        return Optional.ofNullable(
                        session.getContext()
                                .getHttpRequest()
                                .getHttpHeaders()
                                .getCookies()
                                .get(COOKIE))
                .map(Cookie::getValue);
    }

    /**
     * The name of the browser that has {@code sent} this, if {@code user} has signed in from it.
     * Once the realm's key is rotated, no browser is known.
     */
    public static Optional<String> of(
            KeycloakSession session, RealmModel realm, UserModel user, Optional<String> sent) {
        return sent.flatMap(DeviceCookie::read)
                .filter(cookie -> cookie.isOf(account(user), RealmKey.seal(session, realm)))
                .map(DeviceCookie::device);
    }

    /** Has the browser of this request remember {@code user} for a year. */
    static void remember(KeycloakSession session, RealmModel realm, UserModel user) {
        DeviceCookie cookie =
                sent(session)
                        .flatMap(DeviceCookie::read)
                        .orElseGet(DeviceCookie::fresh)
                        .signedIn(account(user), RealmKey.seal(session, realm));
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(
                        new NewCookie.Builder(COOKIE)
                                .value(cookie.value())
                                .path(path(session, realm))
                                .maxAge(MAX_AGE)
                                .httpOnly(true)
                                .secure(SecureContextResolver.isSecureContext(session))
                                .sameSite(NewCookie.SameSite.LAX)
                                .build());
    }

    /**
     * The account with its present password. Somebody who knew an earlier password, and was shut
     * out by a new one, counts as a stranger.
     */
    private static String account(UserModel user) {
        return user.getId()
                + user.credentialManager()
                        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                        .map(password -> "/" + password.getCreatedDate())
                        .findFirst()
                        .orElse("");
    }

    /** The path of Keycloak's own cookies of a realm. */
    private static String path(KeycloakSession session, RealmModel realm) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path("/")
                .build(realm.getName())
                .getRawPath();
    }
}
