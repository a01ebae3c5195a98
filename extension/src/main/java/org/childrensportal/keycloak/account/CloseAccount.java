package org.childrensportal.keycloak.account;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.childrensportal.keycloak.database.StoredChanges;
import org.childrensportal.keycloak.journey.RefusalPage;
import org.childrensportal.keycloak.journey.SignInAgain;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.DeleteAccount;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's action <em>Delete Account</em>, on a page that says what goes and what stays, and that
 * asks for the password: whoever finds somebody signed in does not close their account. It has
 * Keycloak's id and a higher order; whether people can close their account is the realm's setting
 * for that action, and Keycloak's role {@code delete-account}. Other realms get Keycloak's page.
 */
public final class CloseAccount extends DeleteAccount {

    private static final Clock CLOCK = new KeycloakClock();

    private static final String FORM = "delete-account-confirm.ftl";
    private static final String CLOSED = "portal-account-closed.ftl";

    /**
     * In seconds, longer than anybody is signed in: the page itself asks for the password, and one
     * password is enough.
     */
    private static final int ANY_AGE = 30 * 24 * 60 * 60;

    @Override
    public int order() {
        return 1;
    }

    @Override
    public CloseAccount create(KeycloakSession session) {
        return this;
    }

    /** Whether {@code user} may, by Keycloak's role for it. */
    static boolean isAllowed(RealmModel realm, UserModel user) {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        RoleModel role = account == null ? null : account.getRole(AccountRoles.DELETE_ACCOUNT);
        return role != null && user.hasRole(role);
    }

    /** Who has no password signs in anew, in whatever way they have. */
    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        if (!new PortalRealm(realm).isPortal()) {
            return super.getMaxAuthAge(session);
        }
        return Optional.ofNullable(
                        AuthenticationManager.authenticateIdentityCookie(session, realm, true))
                .map(AuthResult::user)
                .filter(CloseAccount::hasPassword)
                .map(user -> ANY_AGE)
                .orElseGet(() -> super.getMaxAuthAge(session));
    }

    private static boolean hasPassword(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!isPortal(context) || !isAllowed(context.getRealm(), context.getUser())) {
            super.requiredActionChallenge(context);
            return;
        }
        context.challenge(
                canBeChangedBack(context, context.getUser())
                        ? refusal(context, RefusalPage.CANNOT_CLOSE_YET)
                        : page(context));
    }

    /**
     * Somebody who has taken an account over, and changed its address, does not take from its owner
     * the way back by closing it.
     */
    private static boolean canBeChangedBack(RequiredActionContext context, UserModel user) {
        return new StoredChanges(context.getSession(), context.getRealm().getId())
                .isAnyOpen(user.getId(), CLOCK.instant());
    }

    private static Response page(RequiredActionContext context) {
        RealmModel realm = context.getRealm();
        return context.form()
                .setAttribute("emailAddress", address(context.getUser()).orElse(""))
                .setAttribute("asksPassword", hasPassword(context.getUser()))
                .setAttribute("eventDays", days(realm))
                .createForm(FORM);
    }

    /** How long the events are kept, in days; 0 if Keycloak keeps none, or for no set time. */
    private static long days(RealmModel realm) {
        return realm.isEventsEnabled() ? (realm.getEventsExpiration() + 86_399) / 86_400 : 0;
    }

    private static Optional<String> address(UserModel user) {
        return Optional.ofNullable(user.getEmail()).filter(any -> user.isEmailVerified());
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.processAction(context);
            return;
        }
        EventBuilder event =
                context.getEvent()
                        .event(EventType.DELETE_ACCOUNT)
                        .client(context.getSession().getContext().getClient());
        UserModel user = context.getUser();
        if (user == null || !new AccountLock(context.getSession(), user.getId()).take()) {
            // Closed in another tab, or removed by an administrator.
            event.error(Errors.USER_NOT_FOUND);
            context.challenge(ended(context));
            return;
        }
        new StandingJourney(context.getSession(), context.getAuthenticationSession())
                .requireUnderLock();
        if (!mayClose(context, user)) {
            refuse(context, event.user(user), RefusalPage.CANNOT_CLOSE);
        } else if (canBeChangedBack(context, user)) {
            refuse(context, event.user(user), RefusalPage.CANNOT_CLOSE_YET);
        } else {
            check(context, user, event.user(user).detail(Details.USERNAME, user.getUsername()));
        }
    }

    /** An administrator may have changed it while the page was open. */
    private static boolean mayClose(RequiredActionContext context, UserModel user) {
        return AccountAction.CLOSE.isOffered(context.getSession(), context.getRealm())
                && isAllowed(context.getRealm(), user)
                && user.isEnabled();
    }

    private static void check(RequiredActionContext context, UserModel user, EventBuilder event) {
        if (!hasPassword(user)) {
            if (isSignedInAnew(context)) {
                close(context, user, event);
            } else {
                event.error(Errors.INVALID_USER_CREDENTIALS);
                context.challenge(SignInAgain.response(context, Messages.REAUTHENTICATE));
            }
            return;
        }
        Optional<ClosingPassword.Refusal> refusal = new ClosingPassword(context).refuse(user);
        refusal.ifPresentOrElse(
                reason -> {
                    event.error(reason.eventError());
                    context.form().addError(reason.message());
                    context.challenge(page(context));
                },
                () -> close(context, user, event));
    }

    private static boolean isSignedInAnew(RequiredActionContext context) {
        return !Boolean.parseBoolean(
                context.getAuthenticationSession().getAuthNote(AuthenticationManager.SSO_AUTH));
    }

    private static void close(RequiredActionContext context, UserModel user, EventBuilder event) {
        KeycloakSession session = context.getSession();
        Optional<ClosedMail> mail = ClosedMail.to(session, user);
        if (!new AccountRemoval(session, user).remove()) {
            event.error(Errors.USER_DELETE_ERROR);
            context.form().setError(Messages.DELETE_ACCOUNT_ERROR);
            context.challenge(page(context));
            return;
        }
        EventBuilder mailed = event.clone();
        event.success();
        boolean told = mail.filter(waiting -> waiting.sendAfter(session, mailed)).isPresent();
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        new AuthenticationSessionManager(session)
                .removeAuthenticationSession(context.getRealm(), journey, true);
        AuthenticationManager.expireIdentityCookie(session);
        context.challenge(context.form().setAttribute("told", told).createForm(CLOSED));
    }

    private static Response ended(RequiredActionContext context) {
        return context.getSession()
                .getProvider(LoginFormsProvider.class)
                .setError(Messages.SESSION_NOT_ACTIVE)
                .createErrorPage(Response.Status.BAD_REQUEST);
    }

    private static void refuse(RequiredActionContext context, EventBuilder event, RefusalPage why) {
        event.error(why.eventError());
        context.challenge(refusal(context, why));
    }

    private static Response refusal(RequiredActionContext context, RefusalPage why) {
        return why.response(context.getSession(), context.getAuthenticationSession());
    }

    private static boolean isPortal(RequiredActionContext context) {
        return new PortalRealm(context.getRealm()).isPortal();
    }
}
