package org.childrensportal.keycloak.addresschange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.childrensportal.keycloak.database.StoredChange;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** The ways by which somebody comes into an account, closed to whoever has taken it over. */
final class WaysIn {

    /** Somebody who takes an account over may add a way in before they change its address. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Set<String> PASSWORDS =
            Set.of(PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    WaysIn(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * Makes the password useless, and removes what was added since a day before the change:
     * authenticators, passkeys, recovery codes. Links to other services have no date: those that
     * were not there at the change are removed.
     */
    void close(StoredChange change, WayBack wayBack) {
        endPassword();
        Instant since = change.changed().minus(BEFORE);
        stored().stream()
                .filter(way -> !PASSWORDS.contains(way.getType()))
                .filter(way -> isSince(way, since))
                .forEach(way -> user.credentialManager().removeStoredCredentialById(way.getId()));
        List<FederatedIdentityModel> added =
                session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .filter(
                                link ->
                                        !wayBack.wasLinked(
                                                change,
                                                link.getIdentityProvider(),
                                                link.getUserId()))
                        .toList();
        added.forEach(
                link ->
                        session.users()
                                .removeFederatedIdentity(realm, user, link.getIdentityProvider()));
    }

    private List<CredentialModel> stored() {
        return user.credentialManager().getStoredCredentialsStream().toList();
    }

    private static boolean isSince(CredentialModel way, Instant since) {
        return way.getCreatedDate() == null || way.getCreatedDate() >= since.toEpochMilli();
    }

    /** It becomes one of the earlier passwords, which cannot be chosen again. */
    private void endPassword() {
        stored().stream()
                .filter(way -> PasswordCredentialModel.TYPE.equals(way.getType()))
                .forEach(
                        way -> {
                            user.credentialManager().removeStoredCredentialById(way.getId());
                            way.setId(null);
                            way.setType(PasswordCredentialModel.PASSWORD_HISTORY);
                            way.setUserLabel(null);
                            user.credentialManager().createStoredCredential(way);
                        });
    }
}
