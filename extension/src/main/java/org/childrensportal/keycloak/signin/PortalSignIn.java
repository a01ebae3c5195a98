package org.childrensportal.keycloak.signin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.database.StoredText;
import org.childrensportal.keycloak.journey.RefusalPage;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's sign-in page, on which a refusal says and costs the same whatever is wrong, and on
 * which somebody whose account is pending signs in with the address that it claims.
 *
 * <p>{@link AccountsToTry} says who may be meant. {@link PasswordComparison} says what a refusal
 * costs, what is counted, and which events are written.
 */
public final class PortalSignIn extends UsernamePasswordForm {

    /** The note of what was typed as the address, for the page of a forgotten password to show. */
    public static final String TYPED_NAME = "portal.sign-in.typed";

    PortalSignIn(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        SignedInAs.tell(context);
        super.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        SignedInAs.tell(context);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (isPasskey(form) && form.containsKey(AuthenticationManager.FORM_USERNAME)) {
            // No page sends both, and Keycloak's answer (26.7) tells whether there is such a name.
            context.getEvent().clone().error(Errors.INVALID_REQUEST);
            refuse(context);
            return;
        }
        super.action(context);
    }

    private static boolean isPasskey(MultivaluedMap<String, String> form) {
        return form.containsKey(WebAuthnConstants.AUTHENTICATOR_DATA)
                || form.containsKey(WebAuthnConstants.ERROR);
    }

    @Override
    protected boolean validateForm(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        PasswordComparison comparison =
                new PasswordComparison(context, form.getFirst(CredentialRepresentation.PASSWORD));
        Optional<UserModel> user = comparison.comesInAs(accounts(context, form));
        if (user.filter(known -> isStopped(context, known)).isPresent()) {
            stop(context, user.get());
            return false;
        }
        user.ifPresentOrElse(known -> letIn(context, known, form), () -> refuse(context));
        return user.isPresent();
    }

    /** Whether the address is not confirmed while the realm's required action for that is off. */
    private static boolean isStopped(AuthenticationFlowContext context, UserModel user) {
        return !new AddressClaim(user).isProven()
                && !new PortalRealm(context.getRealm()).confirmsAddresses();
    }

    /** Shows a page, because the application would fail: it would get no token. */
    private static void stop(AuthenticationFlowContext context, UserModel user) {
        context.getEvent().clone().user(user).error(RefusalPage.CANNOT_SIGN_IN.eventError());
        context.forceChallenge(
                RefusalPage.CANNOT_SIGN_IN.response(
                        context.getSession(), context.getAuthenticationSession()));
    }

    private AccountsToTry accounts(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        if (isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            return AccountsToTry.only(Optional.ofNullable(context.getUser()));
        }
        context.clearUser();
        TypedName name =
                TypedName.read(
                        form.getFirst(AuthenticationManager.FORM_USERNAME),
                        StoredText.of(context.getSession()));
        context.getEvent().detail(Details.USERNAME, name.text());
        // Keycloak's form notes it here. In 26.7 (logFailure) any failure on another page of this
        // tab, even of registration, then counts as a wrong password of the account that was noted.
        context.getAuthenticationSession().removeAuthNote(ATTEMPTED_USERNAME);
        context.getAuthenticationSession().setAuthNote(TYPED_NAME, name.text());
        return AccountsToTry.meantBy(name, context);
    }

    private void letIn(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> form) {
        context.getAuthenticationSession()
                .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
        if (!isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            AuthenticatorUtils.processRememberMe(context, form);
        }
        context.setUser(user);
        new StandingJourney(context.getSession(), context.getAuthenticationSession()).letIn(user);
    }

    /**
     * Shows one message, at one place, whatever was wrong. It is no failure of the flow, because
     * Keycloak 26.7 would count one more wrong password, for the account that it finds by what was
     * typed.
     */
    private void refuse(AuthenticationFlowContext context) {
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        String field =
                isUserAlreadySetBeforeUsernamePasswordAuth(context)
                        ? Validation.FIELD_PASSWORD
                        : Validation.FIELD_USERNAME;
        context.forceChallenge(challenge(context, getDefaultChallengeMessage(context), field));
    }
}
