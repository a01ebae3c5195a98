package org.childrensportal.keycloak.reset;

import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.childrensportal.keycloak.domain.limit.Claim;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.emailcode.JpaUseStore;
import org.childrensportal.keycloak.emailcode.KeycloakClock;
import org.childrensportal.keycloak.emailcode.RealmCodeKey;
import org.childrensportal.keycloak.mail.Reader;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The mail with the link to choose a new password, and all that sending it needs when the request
 * is over. An account gets so many of them as an address gets codes by default.
 *
 * @param locale the language of the page on which it was asked for
 * @param link leads to the new password; secret
 * @param life how long the link works, in seconds
 * @param codeId what Keycloak's events name the journey by
 */
record ResetMail(
        KeycloakSessionFactory factory,
        String realmId,
        String clientId,
        String userId,
        String ipAddress,
        Locale locale,
        String link,
        int life,
        String codeId)
        implements Runnable {

    private static final Logger LOG = Logger.getLogger(ResetMail.class);
    private static final String KIND = "reset-mails";
    private static final List<Limit> LIMITS =
            List.of(
                    new Limit(1, Duration.ofSeconds(60)),
                    new Limit(5, Duration.ofHours(1)),
                    new Limit(20, Duration.ofDays(1)));

    /** The mail to the user whom the person named. */
    static ResetMail of(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        UserModel user = context.getUser();
        int life =
                realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
        ResetCredentialsActionToken token =
                new ResetCredentialsActionToken(
                        user.getId(),
                        user.getEmail(),
                        Math.toIntExact(Time.currentTimeSeconds() + life),
                        AuthenticationSessionCompoundId.fromAuthSession(journey).getEncodedId(),
                        journey.getClient().getClientId());
        return new ResetMail(
                session.getKeycloakSessionFactory(),
                realm.getId(),
                journey.getClient().getId(),
                user.getId(),
                context.getConnection().getRemoteHost(),
                session.getContext().resolveLocale(user),
                UriBuilder.fromUri(
                                context.getActionTokenUrl(
                                        token.serialize(session, realm, context.getUriInfo())))
                        .build()
                        .toString(),
                life,
                journey.getParentSession().getId());
    }

    @Override
    public void run() {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, this::send);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Reset mail for user %s of realm %s", userId, realmId);
        }
    }

    private void send(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        session.getContext().setClient(realm.getClientById(clientId));
        UserModel user = session.users().getUserById(realm, userId);
        EventBuilder event =
                new EventBuilder(realm, session)
                        .event(EventType.SEND_RESET_PASSWORD)
                        .client(session.getContext().getClient())
                        .ipAddress(ipAddress)
                        .user(userId)
                        .detail(Details.CODE_ID, codeId);
        JpaUseStore uses = new JpaUseStore(session, realmId);
        if (!(uses.claim(List.of(subject(session, realm)), new KeycloakClock().instant())
                instanceof Claim.Granted granted)) {
            event.error("portal_send_refused_reset_mails");
            return;
        }
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(new Reader(user, locale))
                    .sendPasswordReset(link, TimeUnit.SECONDS.toMinutes(life));
            event.detail(Details.EMAIL, user.getEmail()).success();
        } catch (EmailException e) {
            // Keycloak's mail sender has logged the exception.
            uses.takeBack(granted.id());
            event.error(Errors.EMAIL_SEND_FAILED);
        }
    }

    private LimitedSubject subject(KeycloakSession session, RealmModel realm) {
        return new LimitedSubject(
                KIND, RealmCodeKey.seal(session, realm).hash(KIND, userId), LIMITS);
    }
}
