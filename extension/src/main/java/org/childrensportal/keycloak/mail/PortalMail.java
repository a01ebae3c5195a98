package org.childrensportal.keycloak.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One mail to one person, sent with Keycloak's template provider. */
public final class PortalMail {

    private final RealmModel realm;
    private final EmailTemplateProvider provider;

    /**
     * A mail of {@code realm}.
     *
     * @param recipient who gets it; a {@link MailRecipient} where address or language differ
     */
    public PortalMail(KeycloakSession session, RealmModel realm, UserModel recipient) {
        this.realm = realm;
        this.provider =
                session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(recipient);
    }

    /** The same mail, sent in the course of {@code journey}. */
    public PortalMail during(AuthenticationSessionModel journey) {
        provider.setAuthenticationSession(journey);
        return this;
    }

    /**
     * Sends one of the portal's own mails.
     *
     * @param facts what its template shows, by name
     * @throws EmailException if the mail was not sent, or nobody knows; see {@link MailOutcome}
     */
    public void send(MailTemplate template, Map<String, Object> facts) throws EmailException {
        // Keycloak 26.7 adds entries of its own to the map.
        provider.send(
                template.subjectKey(),
                List.of(ServiceName.of(realm)),
                template.file(),
                new HashMap<>(facts));
    }

    /**
     * Sends Keycloak's mail with a link to choose a new password.
     *
     * @param link the whole address
     * @param life how long the link works; the mail says it in whole minutes
     * @throws EmailException as {@link #send}
     */
    public void sendPasswordReset(String link, Duration life) throws EmailException {
        provider.sendPasswordReset(link, life.toMinutes());
    }
}
