package org.childrensportal.keycloak.standing;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.journey.JourneyAddress;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A journey in which somebody was let in to an account keeps its standing for as long as the
 * account is what it was then. A page that somebody holds open does nothing once the account was
 * disabled or signed out, or got another password or address.
 *
 * <p>In a realm that is not the portal's, nothing is noted and nothing refused.
 */
public final class StandingJourney {

    /**
     * What has been asked in this request, so that it is asked once: an attribute of the session.
     */
    private static final String ASKED = StandingJourney.class.getName();

    private static final String PASSED = " passed";

    private final KeycloakSession session;
    private final AuthenticationSessionModel journey;

    /** The standing of {@code journey}. */
    public StandingJourney(KeycloakSession session, AuthenticationSessionModel journey) {
        this.session = session;
        this.journey = journey;
    }

    /** Whoever is in the journey has just shown that {@code user} is theirs. */
    public void letIn(UserModel user) {
        letIn(user, UnaryOperator.identity());
    }

    /**
     * By the password that was compared in this journey, which may be an earlier one by now: a page
     * of Keycloak's that asks for it does not say so.
     */
    private void letInAsCompared(UserModel user) {
        letIn(
                user,
                standing ->
                        SessionPassword.compared(journey, user)
                                .filter(known -> AuthenticatorUtil.isPasswordValidated(journey))
                                .map(standing::withPassword)
                                .orElse(standing));
    }

    private void letIn(UserModel user, UnaryOperator<Standing> as) {
        if (new PortalRealm(journey.getRealm()).isPortal()) {
            Standing standing = as.apply(new AccountNow(session, journey, user).standing());
            standing.note(journey);
            standing.password().ifPresent(password -> SessionPassword.note(journey, password));
        }
    }

    /**
     * What has become of the account by now is this journey's own doing: it has changed the
     * password or the address.
     */
    public void renew() {
        user().ifPresent(this::letIn);
    }

    /**
     * Refuses to do anything in a journey that has lost its standing. In one that was not let in
     * yet there is nothing to lose.
     *
     * @throws ErrorPageException with the page that ends the journey; the request is rolled back
     */
    public void require() {
        user().ifPresent(user -> Standing.noted(journey).ifPresent(noted -> require(noted, user)));
    }

    /**
     * The same of the account as it is committed. It takes the {@link AccountLock}, so that none
     * who takes it as well changes the account before this request is committed. To be called
     * before anything is changed, but not before a mail is sent or a transaction of its own begun.
     *
     * @throws ErrorPageException as above, and if the account has been removed
     */
    public void requireUnderLock() {
        if (user().isPresent() && Standing.noted(journey).isPresent()) {
            UserModel user = user().orElseThrow();
            if (!new AccountLock(session, user.getId()).take()) {
                throw end(StandingError.REMOVED, user);
            }
            if (user instanceof CachedUserModel cached) {
                cached.invalidate();
            }
            require();
        }
    }

    /**
     * After a page has done its work, and when somebody was let in: only a journey that has its
     * standing goes on. The first time, it is given it, and in a registration once more when the
     * address is proven. That the account has another address than when the request came is the
     * page's own doing.
     *
     * @throws ErrorPageException as above
     */
    public void goOn() {
        user().ifPresent(
                        user ->
                                Standing.noted(journey)
                                        .ifPresentOrElse(
                                                noted -> goOn(noted, user), () -> comesIn(user)));
    }

    /** Asks before the page's form is looked at, once a request. */
    void requireFirst(StandingRequest request) {
        if (session.getAttribute(ASKED) == null && Standing.noted(journey).isPresent()) {
            session.setAttribute(ASKED, journey.getTabId());
            if (request.changesAccountUnasked()) {
                requireUnderLock();
            } else {
                require();
            }
            session.setAttribute(ASKED, journey.getTabId() + PASSED);
        }
    }

    /**
     * Whoever has entered a password on a page of Keycloak's that does not say so, such as the one
     * that links an account of an identity provider, and is about to see another page or comes back
     * for one.
     *
     * @throws ErrorPageException as above, if another password was chosen on the way
     */
    void letInByPassword() {
        if (AuthenticatorUtil.isPasswordValidated(journey) && Standing.noted(journey).isEmpty()) {
            user().ifPresent(this::letInAsCompared);
            require();
        }
    }

    private Optional<UserModel> user() {
        return Optional.ofNullable(journey.getAuthenticatedUser());
    }

    /**
     * By a session of the browser's, or by another identity provider for instance.
     *
     * @throws AuthenticationFlowException if the session was let in by an earlier password
     */
    private void comesIn(UserModel user) {
        Optional<UserSessionModel> open = new AccountNow(session, journey, user).browserSession();
        open.filter(SessionPassword::isOutdated)
                .ifPresent(
                        outdated -> {
                            SessionPassword.end(session, outdated);
                            throw flowEnd(StandingError.PASSWORD_CHANGED, user);
                        });
        letInAsCompared(user);
    }

    private void goOn(Standing noted, UserModel user) {
        boolean passed = (journey.getTabId() + PASSED).equals(session.getAttribute(ASKED));
        Standing standing =
                passed
                        ? noted.withAddress(new AccountNow(session, journey, user).address())
                        : noted;
        require(standing, user);
        if (standing.password().isPresent()) {
            standing.note(journey);
        } else {
            letIn(user);
        }
    }

    private void require(Standing noted, UserModel user) {
        new AccountNow(session, journey, user)
                .lost(noted)
                .ifPresent(
                        error -> {
                            throw end(error, user);
                        });
    }

    /** The page that ends the journey, and the event that says so of {@code user}. */
    ErrorPageException end(StandingError error, UserModel user) {
        event(user).error(error.eventError());
        return new ErrorPageException(page(error));
    }

    /**
     * The same while Keycloak runs a flow, which answers any other exception by a page of its own.
     */
    private AuthenticationFlowException flowEnd(StandingError error, UserModel user) {
        event(user).error(error.eventError());
        return new AuthenticationFlowException(
                AuthenticationFlowError.INVALID_CLIENT_SESSION, page(error));
    }

    /** The page that ends the journey. */
    Response page(StandingError error) {
        session.setAttribute(ASKED, journey.getTabId());
        LoginFormsProvider page =
                session.getProvider(LoginFormsProvider.class)
                        .setAuthenticationSession(journey)
                        .setAttribute("refusal", error.titleKey());
        if (error.canSignInAgain()) {
            page.setAttribute(
                    "signInAgain",
                    new JourneyAddress(session, session.getContext().getUri(), journey)
                            .restart()
                            .toString());
        }
        return page.setError(error.messageKey()).createErrorPage(Response.Status.FORBIDDEN);
    }

    private EventBuilder event(UserModel user) {
        return new EventBuilder(journey.getRealm(), session, session.getContext().getConnection())
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .client(journey.getClient())
                .user(user);
    }
}
