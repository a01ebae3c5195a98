package org.childrensportal.keycloak.reset;

import java.util.Objects;
import org.childrensportal.keycloak.domain.text.VisibleText;
import org.childrensportal.keycloak.mail.AfterAnswer;
import org.childrensportal.keycloak.signin.PortalSignIn;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * Asks whose password is forgotten, and has a link mailed to them. What is typed is looked up once
 * the page has been answered: neither the answer nor its time depends on it. Who has followed the
 * link goes on, and nobody else.
 */
final class ResetLink implements Authenticator {

    /** Keycloak's steps "Choose User" and "Send Reset Email" in one. */
    private static final ResetCredentialEmail KEYCLOAKS = new ResetCredentialEmail();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        String follower = note(context, DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        if (follower != null) {
            goOn(context, follower);
        } else if (new ResetPage(context).isSent()) {
            action(context);
        } else if (note(context, AbstractIdpAuthenticator.EXISTING_USER_INFO) != null) {
            // The account to link an identity provider's to: Keycloak allows no other from here.
            context.setUser(existing(context));
            context.challenge(page(context).createPasswordReset());
        } else {
            askUnlessSignedIn(context);
        }
    }

    /** The token's checks have made sure that the user is there, enabled, and has the address. */
    private static void goOn(AuthenticationFlowContext context, String follower) {
        context.setUser(context.getSession().users().getUserById(context.getRealm(), follower));
        // The mailbox is proven: what strangers have guessed wrong must not keep its owner out.
        context.getSession().loginFailures().removeUserLoginFailure(context.getRealm(), follower);
        KEYCLOAKS.authenticate(context);
    }

    private static void askUnlessSignedIn(AuthenticationFlowContext context) {
        var signedIn =
                AuthenticationManager.authenticateIdentityCookie(
                        context.getSession(), context.getRealm(), true);
        if (signedIn == null) {
            context.challenge(page(context).createPasswordReset());
        } else {
            answer(context, AskedAccount.known(signedIn.user()));
        }
    }

    /**
     * Takes what was typed. Never lets anybody go on, whatever the authentication session says: see
     * CVE-2026-18963 for what became of that in Keycloak's own step before 26.7.2.
     */
    @Override
    public void action(AuthenticationFlowContext context) {
        String typed = context.getHttpRequest().getDecodedFormParameters().getFirst("username");
        if (VisibleText.strip(Objects.requireNonNullElse(typed, "")).isEmpty()) {
            context.getEvent().error(Errors.USERNAME_MISSING);
            // Not as a failure of the flow's: Keycloak counts those against whoever was named
            // before.
            context.forceChallenge(
                    page(context)
                            .addError(
                                    new FormMessage(
                                            Validation.FIELD_USERNAME, Messages.MISSING_USERNAME))
                            .createPasswordReset());
        } else if (note(context, AbstractIdpAuthenticator.EXISTING_USER_INFO) != null) {
            answer(context, AskedAccount.known(existing(context)));
        } else {
            answer(context, AskedAccount.typed(typed));
        }
    }

    private static void answer(AuthenticationFlowContext context, AskedAccount asked) {
        if (!AfterAnswer.run(context.getSession(), ResetRequest.of(context, asked))) {
            context.getEvent()
                    .clone()
                    .event(EventType.SEND_RESET_PASSWORD)
                    .error(AfterAnswer.NO_ROOM);
        }
        context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }

    /** With what was typed on the sign-in page before, so that nobody types it twice. */
    private static LoginFormsProvider page(AuthenticationFlowContext context) {
        return context.form()
                .setAttribute("formAction", new ResetPage(context).address().toString())
                .setAttribute(
                        "typedName",
                        Objects.requireNonNullElse(note(context, PortalSignIn.TYPED_NAME), ""));
    }

    private static UserModel existing(AuthenticationFlowContext context) {
        return AbstractIdpAuthenticator.getExistingUser(
                context.getSession(), context.getRealm(), context.getAuthenticationSession());
    }

    private static String note(AuthenticationFlowContext context, String name) {
        return context.getAuthenticationSession().getAuthNote(name);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // the link is all that it takes
    }

    @Override
    public void close() {
        // nothing is held
    }
}
