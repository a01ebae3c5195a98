package org.childrensportal.keycloak.password;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.childrensportal.keycloak.mail.Reader;
import org.childrensportal.keycloak.mail.ServiceName;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Tells a person that the password was changed, so that somebody whose account was taken over
 * notices. Goes to confirmed addresses only, and says nothing about the password.
 *
 * @param locale the language of the page on which it was changed
 */
record PasswordChangedMail(
        KeycloakSessionFactory factory, String realmId, String userId, Locale locale)
        implements Runnable {

    private static final Logger LOG = Logger.getLogger(PasswordChangedMail.class);
    private static final String SUBJECT = "portalPasswordChangedSubject";
    private static final String TEMPLATE = "portal-password-changed.ftl";

    @Override
    public void run() {
        KeycloakModelUtils.runJobInTransaction(factory, this::send);
    }

    private void send(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null || user.getEmail() == null || !user.isEmailVerified()) {
            return;
        }
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(new Reader(user, locale))
                    .send(SUBJECT, List.of(ServiceName.of(realm)), TEMPLATE, new HashMap<>());
        } catch (EmailException e) {
            // Keycloak's mail sender has logged the exception; here is whose mail it was.
            LOG.errorf(
                    "Mail of a changed password for user %s of realm %s", userId, realm.getName());
        }
    }
}
