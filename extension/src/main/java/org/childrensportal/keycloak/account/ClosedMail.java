package org.childrensportal.keycloak.account;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.childrensportal.keycloak.mail.AfterAnswer;
import org.childrensportal.keycloak.mail.AfterAnswerError;
import org.childrensportal.keycloak.mail.MailTemplate;
import org.childrensportal.keycloak.mail.PortalMail;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Tells a person, at the address that their account had last, that it is closed. By the time that
 * it is sent there is no account any more.
 */
final class ClosedMail implements Runnable {

    private static final Logger LOG = Logger.getLogger(ClosedMail.class);

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String address;
    private final Locale language;

    private ClosedMail(
            KeycloakSessionFactory factory, String realmId, String address, Locale language) {
        this.factory = factory;
        this.realmId = realmId;
        this.address = address;
        this.language = language;
    }

    /** The mail to {@code user}, who is still there; nothing if the address is not confirmed. */
    static Optional<ClosedMail> to(KeycloakSession session, UserModel user) {
        Locale language = session.getContext().resolveLocale(user);
        return Optional.ofNullable(user.getEmail())
                .filter(any -> user.isEmailVerified())
                .map(
                        address ->
                                new ClosedMail(
                                        session.getKeycloakSessionFactory(),
                                        session.getContext().getRealm().getId(),
                                        address,
                                        language));
    }

    /**
     * Has it sent after the request of {@code session}, unless that fails.
     *
     * @param event of the closing, for when there is no room for the mail
     * @return false if there is none
     */
    boolean sendAfter(KeycloakSession session, EventBuilder event) {
        boolean sent = AfterAnswer.run(session, session.getContext().getRealm(), this);
        if (!sent) {
            event.error(AfterAnswerError.NO_ROOM.eventError());
        }
        return sent;
    }

    /**
     * The first transaction reads the realm from the database, so that the second, which lasts as
     * long as the mail server likes, finds it in Keycloak's cache and needs no connection.
     */
    @Override
    public void run() {
        if (KeycloakModelUtils.runJobInTransactionWithResult(factory, this::isThere)) {
            KeycloakModelUtils.runJobInTransaction(factory, this::send);
        }
    }

    private boolean isThere(KeycloakSession session) {
        return session.realms().getRealm(realmId) != null;
    }

    private void send(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        try {
            new PortalMail(session, realm, new FormerPerson(session, realm, address, language))
                    .send(MailTemplate.CLOSED, Map.of());
        } catch (EmailException e) {
            // The mail sender of Keycloak 26.7 has logged the exception.
            LOG.errorf("Mail of a closed account of realm %s", realm.getName());
        }
    }
}
