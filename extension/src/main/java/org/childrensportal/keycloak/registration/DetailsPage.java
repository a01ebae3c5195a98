package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.FormContext;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** Step 1, <em>Your details</em>. */
final class DetailsPage extends StepPage {

    private static final String REOPENED = "portal.details.reopened";

    DetailsPage() {
        super(Step.DETAILS, "portal-register-details.ftl", ProfileAttribute.DETAILS);
    }

    /** The page was right and was gone back to: until it is sent again, Forward leads on. */
    static void reopened(AuthenticationSessionModel journey) {
        journey.setAuthNote(REOPENED, "true");
    }

    @Override
    Response page(FormContext context, LoginFormsProvider form) {
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        StepForm sent = new StepForm(context);
        if (Step.ACCOUNT.isRequested(context.getUriInfo())
                && journey.getAuthNote(REOPENED) != null) {
            mark(context, context.getExecution(), ExecutionStatus.SUCCESS);
            journey.removeAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION);
            // Thrown: a returned page would be noted as not passed (Keycloak 26.7).
            throw new WebApplicationException(
                    sent.isSent() ? Step.ACCOUNT.resend(context) : Step.ACCOUNT.redirect(context));
        }
        if (sent.isSent()) {
            journey.removeAuthNote(REOPENED);
        }
        return super.page(context, form);
    }

    @Override
    Response show(FormContext context, LoginFormsProvider form) {
        if (AuthenticationManager.authenticateIdentityCookie(
                        context.getSession(), context.getRealm(), true)
                != null) {
            return form.setInfo(RegistrationNotice.SIGN_OUT_FIRST.messageKey()).createInfoPage();
        }
        endEarlierSession(context);
        return super.show(context, form);
    }

    /**
     * Ends the session of somebody who was signed in on this browser, as signing out does. Keycloak
     * 26.7 has already removed their identity cookie but keeps their session, and would refuse the
     * new account because of it at the very end, after the right code. Applications with a
     * back-channel logout address are told. Those that are told by the browser learn of it when
     * they next ask.
     */
    private static void endEarlierSession(FormContext context) {
        KeycloakSession session = context.getSession();
        UserSessionModel earlier =
                session.sessions()
                        .getUserSession(
                                context.getRealm(),
                                context.getAuthenticationSession().getParentSession().getId());
        if (earlier != null) {
            context.getEvent()
                    .clone()
                    .event(EventType.LOGOUT)
                    .user(earlier.getUser())
                    .session(earlier)
                    .success();
            signOut(session, context.getAuthenticationSession(), earlier);
        }
    }

    /**
     * To sign somebody out, Keycloak 26.7 uses the authentication session with the same id as the
     * earlier session, which is this journey, and removes it afterwards. If its context has another
     * one, it makes its own.
     */
    private static void signOut(
            KeycloakSession session, AuthenticationSessionModel journey, UserSessionModel earlier) {
        KeycloakContext context = session.getContext();
        RealmModel realm = context.getRealm();
        RootAuthenticationSessionModel aside =
                session.authenticationSessions().createRootAuthenticationSession(realm);
        try {
            context.setAuthenticationSession(
                    aside.createAuthenticationSession(journey.getClient()));
            AuthenticationManager.backchannelLogout(session, earlier, true);
        } finally {
            session.authenticationSessions().removeRootAuthenticationSession(realm, aside);
            context.setAuthenticationSession(journey);
            context.setClient(journey.getClient());
        }
    }
}
