package org.childrensportal.keycloak.password;

import java.util.Map;
import org.childrensportal.keycloak.mail.AfterAnswer;
import org.childrensportal.keycloak.mail.AfterAnswerError;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Has people told by mail when they have changed their password, on whatever page. */
final class PasswordChangedListener implements EventListenerProvider {

    private final KeycloakSession session;

    PasswordChangedListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.UPDATE_CREDENTIAL && isOfPassword(event.getDetails())) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            UserModel user = session.users().getUserById(realm, event.getUserId());
            PasswordChangedMail mail =
                    new PasswordChangedMail(
                            session.getKeycloakSessionFactory(),
                            realm.getId(),
                            user.getId(),
                            session.getContext().resolveLocale(user));
            if (!AfterAnswer.run(session, realm, mail)) {
                new EventBuilder(realm, session)
                        .event(EventType.UPDATE_CREDENTIAL)
                        .client(event.getClientId())
                        .ipAddress(event.getIpAddress())
                        .user(user)
                        .error(AfterAnswerError.NO_ROOM.eventError());
            }
        }
    }

    private static boolean isOfPassword(Map<String, String> details) {
        return details != null
                && PasswordCredentialModel.TYPE.equals(details.get(Details.CREDENTIAL_TYPE));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // An administrator who sets a password tells the person.
    }

    @Override
    public void close() {
        // nothing to close
    }
}
