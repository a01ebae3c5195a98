package org.childrensportal.keycloak.password;

import java.util.Locale;
import java.util.Map;
import org.childrensportal.keycloak.mail.MailRecipient;
import org.childrensportal.keycloak.mail.MailTemplate;
import org.childrensportal.keycloak.mail.PortalMail;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Tells a person that the password was changed, so that somebody whose account was taken over
 * notices. Goes to confirmed addresses only, and says nothing about the password.
 */
final class PasswordChangedMail implements Runnable {

    private static final Logger LOG = Logger.getLogger(PasswordChangedMail.class);

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String userId;
    private final Locale locale;

    /**
     * @param locale the language of the page on which it was changed
     */
    PasswordChangedMail(
            KeycloakSessionFactory factory, String realmId, String userId, Locale locale) {
        this.factory = factory;
        this.realmId = realmId;
        this.userId = userId;
        this.locale = locale;
    }

    @Override
    public void run() {
        KeycloakModelUtils.runJobInTransaction(factory, this::send);
    }

    private void send(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            // Removed meanwhile, and everybody in it.
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null || user.getEmail() == null || !user.isEmailVerified()) {
            return;
        }
        try {
            new PortalMail(session, realm, MailRecipient.reading(locale, user))
                    .send(MailTemplate.PASSWORD_CHANGED, Map.of());
        } catch (EmailException e) {
            // The mail sender of Keycloak 26.7 has logged the exception; this says whose mail it
            // was.
            LOG.errorf(
                    "Mail of a changed password for user %s of realm %s", userId, realm.getName());
        }
    }
}
