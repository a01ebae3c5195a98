package org.childrensportal.keycloak.reset;

import java.util.Objects;
import org.childrensportal.keycloak.database.StoredText;
import org.childrensportal.keycloak.domain.text.VisibleText;
import org.childrensportal.keycloak.journey.JourneyAddress;
import org.childrensportal.keycloak.journey.PageForm;
import org.childrensportal.keycloak.mail.AfterAnswer;
import org.childrensportal.keycloak.mail.AfterAnswerError;
import org.childrensportal.keycloak.signin.PortalSignIn;
import org.childrensportal.keycloak.standing.StandingJourney;
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
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.validation.Validation;

/**
 * Asks for the address of somebody who has forgotten their password, and has a link mailed to it.
 * The account is looked up after the page has been answered, so neither the answer nor its time
 * depends on it. Only somebody who has followed the link goes on.
 */
final class ResetLink implements Authenticator {

    /** Keycloak 26.7's steps "Choose User" and "Send Reset Email" in one. */
    private static final ResetCredentialEmail KEYCLOAKS = new ResetCredentialEmail();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        String follower = note(context, DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        if (follower != null) {
            goOn(context, follower);
        } else if (PageForm.isIn(context.getHttpRequest(), context.getUriInfo())) {
            action(context);
        } else if (note(context, AbstractIdpAuthenticator.EXISTING_USER_INFO) != null) {
            // The account that an identity provider's is to be linked to: Keycloak 26.7 allows no
            // other here.
            context.setUser(existing(context));
            context.challenge(page(context).createPasswordReset());
        } else {
            askUnlessSignedIn(context);
        }
    }

    /** The token's checks have made sure that the user is there, enabled, and has the address. */
    private static void goOn(AuthenticationFlowContext context, String follower) {
        UserModel user = context.getSession().users().getUserById(context.getRealm(), follower);
        new FollowedLink(context).requireNewerThanPasswordOf(user);
        context.setUser(user);
        new StandingJourney(context.getSession(), context.getAuthenticationSession()).letIn(user);
        // The person has proven the mailbox, so wrong passwords of strangers must not keep them
        // out.
        context.getSession().loginFailures().removeUserLoginFailure(context.getRealm(), follower);
        KEYCLOAKS.authenticate(context);
    }

    private static void askUnlessSignedIn(AuthenticationFlowContext context) {
        var signedIn =
                AuthenticationManager.authenticateIdentityCookie(
                        context.getSession(), context.getRealm(), true);
        if (signedIn == null || isSentByApplication(context)) {
            context.challenge(page(context).createPasswordReset());
        } else {
            answer(context, AskedAccount.known(signedIn.user()));
        }
    }

    /**
     * Whether the journey began here, at an application's link: Keycloak 26.7 signs the browser out
     * by the answer to it.
     */
    private static boolean isSentByApplication(AuthenticationFlowContext context) {
        return LoginActionsService.RESET_CREDENTIALS_PATH.equals(
                context.getAuthenticationSession()
                        .getClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW));
    }

    /**
     * Takes what was typed. It never lets anybody go on, whatever the authentication session says:
     * Keycloak's own step did so before 26.7.2 (CVE-2026-18963).
     */
    @Override
    public void action(AuthenticationFlowContext context) {
        String typed = context.getHttpRequest().getDecodedFormParameters().getFirst("username");
        if (VisibleText.strip(Objects.requireNonNullElse(typed, "")).isEmpty()) {
            context.getEvent().error(Errors.USERNAME_MISSING);
            // Not as a failure of the flow: Keycloak 26.7 counts that as a wrong password of the
            // account that was named before.
            context.forceChallenge(
                    page(context)
                            .addError(
                                    new FormMessage(
                                            Validation.FIELD_USERNAME, Messages.MISSING_USERNAME))
                            .createPasswordReset());
        } else if (note(context, AbstractIdpAuthenticator.EXISTING_USER_INFO) != null) {
            answer(context, AskedAccount.known(existing(context)));
        } else {
            answer(
                    context,
                    AskedAccount.typed(
                            StoredText.of(context.getSession()).storable(typed, "\uFFFD")));
        }
    }

    private static void answer(AuthenticationFlowContext context, AskedAccount asked) {
        if (!AfterAnswer.run(
                context.getSession(), context.getRealm(), ResetRequest.of(context, asked))) {
            context.getEvent()
                    .clone()
                    .event(EventType.SEND_RESET_PASSWORD)
                    .error(AfterAnswerError.NO_ROOM.eventError());
        }
        context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }

    /** With what was typed on the sign-in page before, so that nobody types it twice. */
    private static LoginFormsProvider page(AuthenticationFlowContext context) {
        return context.form()
                .setAttribute("formAction", address(context).forgottenPassword().toString())
                .setAttribute(
                        "typedName",
                        Objects.requireNonNullElse(note(context, PortalSignIn.TYPED_NAME), ""));
    }

    private static JourneyAddress address(AuthenticationFlowContext context) {
        return new JourneyAddress(
                context.getSession(), context.getUriInfo(), context.getAuthenticationSession());
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
        // nothing to close
    }
}
