package org.childrensportal.keycloak.reset;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.childrensportal.keycloak.mail.MailRecipient;
import org.childrensportal.keycloak.mail.PortalMail;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The mail with the link to choose a new password: what is known of it when it is asked for.
 *
 * @param locale the language of the page on which it was asked for
 * @param link Keycloak's address for action tokens, still without one
 * @param issuer the realm's, at the address that was asked
 * @param journey the authentication session in which it was asked for
 * @param clientId the application that the person came from
 */
record ResetMail(Locale locale, URI link, String issuer, String journey, String clientId) {

    static ResetMail of(AuthenticationFlowContext context) {
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        return new ResetMail(
                context.getSession().getContext().resolveLocale(null),
                context.getActionTokenUrl("to-come"),
                Urls.realmIssuer(context.getUriInfo().getBaseUri(), context.getRealm().getName()),
                AuthenticationSessionCompoundId.fromAuthSession(journey).getEncodedId(),
                journey.getClient().getClientId());
    }

    /** Mails the link to {@code user}. */
    void send(KeycloakSession session, UserModel user) throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        Duration life =
                Duration.ofSeconds(
                        realm.getActionTokenGeneratedByUserLifespan(
                                ResetCredentialsActionToken.TOKEN_TYPE));
        new PortalMail(session, realm, MailRecipient.reading(locale, user))
                .sendPasswordReset(linkWith(token(session, user, life)), life);
    }

    /** What {@link ResetCredentialsActionToken#serialize} does while there is a request. */
    private String token(KeycloakSession session, UserModel user, Duration life) {
        ResetCredentialsActionToken token =
                new ResetCredentialsActionToken(
                        user.getId(),
                        user.getEmail(),
                        Math.toIntExact(Time.currentTimeSeconds() + life.toSeconds()),
                        journey,
                        clientId);
        token.issuedNow().id(UUID.randomUUID().toString()).issuer(issuer).audience(issuer);
        return session.tokens().encode(token);
    }

    private String linkWith(String token) {
        return UriBuilder.fromUri(link).replaceQueryParam(Constants.KEY, token).build().toString();
    }
}
