package org.childrensportal.keycloak.password;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Keycloak's update-password action with the portal's checklist: every broken rule is shown at
 * once, at the field. It has Keycloak's id and a higher order, so it takes its place on every path.
 * Realms that aren't the portal's are handed on to Keycloak's.
 */
public final class UpdatePortalPassword extends UpdatePassword {

    private static final String NEW_PASSWORD = "password-new";
    private static final String END_OTHER_SESSIONS = "logout-sessions";

    /** Tells the page that comes back that the person has taken the tick away. */
    private static final String OTHERS_STAY = "otherSessionsStay";

    @Override
    public int order() {
        return 1;
    }

    @Override
    public UpdatePortalPassword create(KeycloakSession session) {
        return this;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (isPortal(context)) {
            standing(context).goOn();
        }
        super.evaluateTriggers(context);
    }

    private static StandingJourney standing(RequiredActionContext context) {
        return new StandingJourney(context.getSession(), context.getAuthenticationSession());
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isPortal(context)) {
            context.challenge(page(context, List.of()));
        } else {
            super.requiredActionChallenge(context);
        }
    }

    private static boolean isPortal(RequiredActionContext context) {
        return new PortalRealm(context.getRealm()).isPortal();
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isPortal(context)) {
            standing(context).requireUnderLock();
            change(context);
        } else {
            super.processAction(context);
        }
    }

    private static void change(RequiredActionContext context) {
        var form = context.getHttpRequest().getDecodedFormParameters();
        NewPassword password =
                new NewPassword(
                        form.getFirst(NEW_PASSWORD), form.getFirst(NewPassword.CONFIRM_FIELD));
        EventBuilder event =
                context.getEvent()
                        .event(EventType.UPDATE_CREDENTIAL)
                        .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE);
        EventBuilder older = older(event);

        List<FormMessage> errors = password.errors(context.getSession());
        if (errors.isEmpty()) {
            errors = update(context.getUser(), password);
        }
        boolean othersStay = !"on".equals(form.getFirst(END_OTHER_SESSIONS));
        if (!errors.isEmpty()) {
            context.form().setAttribute(OTHERS_STAY, othersStay);
            refuse(event, errors.get(0));
            refuse(older, errors.get(0));
            context.challenge(page(context, errors));
            return;
        }
        standing(context).renew();
        if (!othersStay) {
            AuthenticatorUtil.logoutOtherSessions(context);
        }
        context.success();
        older.success();
    }

    /** Keycloak 26.7 writes the deprecated event beside the new one: audits go by either. */
    @SuppressWarnings("deprecation")
    private static EventBuilder older(EventBuilder event) {
        return event.clone().event(EventType.UPDATE_PASSWORD);
    }

    private static void refuse(EventBuilder event, FormMessage reason) {
        event.clone().detail(Details.REASON, reason.getMessage()).error(Errors.PASSWORD_REJECTED);
    }

    private static List<FormMessage> update(UserModel user, NewPassword password) {
        try {
            user.credentialManager()
                    .updateCredential(UserCredentialModel.password(password.value(), false));
            return List.of();
        } catch (ModelException e) {
            // How Keycloak 26.7 reports a broken policy: the message is a key, as on its own page.
            return List.of(new FormMessage(NewPassword.FIELD, e.getMessage(), e.getParameters()));
        }
    }

    private static Response page(RequiredActionContext context, List<FormMessage> errors) {
        LoginFormsProvider form =
                context.form().setAttribute("username", context.getUser().getUsername());
        errors.forEach(form::addError);
        return PasswordChecklist.of(context.getSession())
                .addTo(form)
                .createResponse(UserModel.RequiredAction.UPDATE_PASSWORD);
    }
}
