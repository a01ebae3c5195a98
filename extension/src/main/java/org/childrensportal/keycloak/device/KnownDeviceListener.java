package org.childrensportal.keycloak.device;

import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Has a browser remember the account that has signed in from it, once every step of signing in is
 * done: the password, a second factor, the code to a new account's address, a new password by a
 * link.
 */
final class KnownDeviceListener implements EventListenerProvider {

    private final KeycloakSession session;

    KnownDeviceListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() != EventType.LOGIN || isOfApplication(event)) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = session.users().getUserById(realm, event.getUserId());
        if (user != null && user.isEmailVerified() && new PortalRealm(realm).isPortal()) {
            KnownDevice.remember(session, realm, user);
        }
    }

    /** An application has sent the password to the token endpoint: there is no browser. */
    private static boolean isOfApplication(Event event) {
        return event.getDetails() != null && event.getDetails().containsKey(Details.GRANT_TYPE);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // administrators sign in to no portal
    }

    @Override
    public void close() {
        // nothing to close
    }
}
