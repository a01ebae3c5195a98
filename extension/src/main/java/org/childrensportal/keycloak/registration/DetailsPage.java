package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
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
        super(Step.DETAILS, "portal-register-details.ftl");
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
            return form.setInfo("portalSignOutToRegister").createInfoPage();
        }
        endEarlierSession(context);
        return super.show(context, form);
    }

    /**
     * Keycloak has taken the identity cookie of whoever was signed in here, but keeps the session,
     * and would refuse the new account for it at the very end, after the right code. So the session
     * ends as by signing out; applications with a back-channel logout address are told. Those that
     * are told by the browser only learn it when they next ask.
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
     * Keycloak 26.7 signs out in an authentication session that it removes when it is done, and
     * takes the one of the same id as the earlier session: this journey. With another one in its
     * context it makes its own.
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
