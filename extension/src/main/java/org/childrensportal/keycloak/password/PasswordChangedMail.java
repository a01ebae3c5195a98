package org.childrensportal.keycloak.password;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * The first transaction reads realm and account from the database, so that the second, which
     * lasts as long as the mail server likes, finds them in Keycloak's caches and needs no database
     * connection: a mail server that hangs would take those from every realm.
     */
    @Override
    public void run() {
        inTransaction(this::recipient).ifPresent(known -> inTransaction(this::send));
    }

    private <T> Optional<T> inTransaction(Function<KeycloakSession, Optional<T>> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
    }

    /** Nobody if the account, or the realm and everybody in it, was removed meanwhile. */
    private Optional<UserModel> recipient(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        Optional<UserModel> recipient =
                Optional.ofNullable(realm)
                        .map(known -> session.users().getUserById(known, userId))
                        .filter(user -> user.getEmail() != null && user.isEmailVerified());
        recipient.ifPresent(MailRecipient::fetch);
        return recipient;
    }

    private Optional<UserModel> send(KeycloakSession session) {
        Optional<UserModel> recipient = recipient(session);
        recipient.ifPresent(user -> send(session, user));
        return recipient;
    }

    private void send(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
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
