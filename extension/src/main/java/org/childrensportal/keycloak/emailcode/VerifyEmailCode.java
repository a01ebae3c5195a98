package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Asks for the code that was mailed to the user's address, until it is entered. A journey that has
 * been asked for a code goes on only if the code was entered in it: an address that was confirmed
 * elsewhere does not let it in.
 */
final class VerifyEmailCode implements RequiredActionProvider {

    /**
     * By Keycloak 26.7's default, {@code kc_action=portal-verify-email-code} would skip the action.
     */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return session == null
                ? RequiredActionProvider.super.getMaxAuthAge(session)
                : CodeSettingsConfig.maxAuthAge(session.getContext().getRealm());
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        requireAccount(context);
        new StandingJourney(context.getSession(), context.getAuthenticationSession()).goOn();
        if (!new AddressClaim(context.getUser()).isProven()) {
            context.getAuthenticationSession().addRequiredAction(VerifyEmailCodeFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        CodeRequest request = request(context);
        if (request.route().hasForm()) {
            processAction(context);
        } else if (!endsHere(request)) {
            context.challenge(challenge(request));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requireAccount(context);
        CodeRequest request = request(context);
        // Looked at before a guess is counted: the same right code sent twice must not read as
        // wrong.
        if (endsHere(request)) {
            return;
        }
        if (request.route().hasChangeAddressForm()) {
            new AddressChange(request).process(request.form().getFirst(ChangeAddressPage.FIELD));
        } else if (!request.hasAddress()) {
            context.challenge(challenge(request));
        } else {
            new CodeConversation(request).take();
        }
    }

    private static CodeRequest request(RequiredActionContext context) {
        return new CodeRequest(context, new Confirmation(context));
    }

    /**
     * In Keycloak 26.7 the journey has no user any more once the account was removed. Required
     * actions of Keycloak that come after this one would fail on that.
     */
    private static void requireAccount(RequiredActionContext context) {
        if (context.getUser() == null) {
            throw CodeRoute.end(context, CodeError.ACCOUNT_GONE);
        }
    }

    /** Whether the address is confirmed already: the journey goes on, or back to sign-in. */
    private static boolean endsHere(CodeRequest request) {
        if (!new AddressClaim(request.user()).isProven()) {
            return false;
        }
        if (request.journey().hasEnteredCode() || !request.journey().wasAsked()) {
            request.context().success();
        } else {
            request.context().challenge(request.route().toSignIn(CodeError.CONFIRMED_ELSEWHERE));
        }
        return true;
    }

    private Response challenge(CodeRequest request) {
        if (!request.hasAddress()) {
            return new ChangeAddressPage(request).show("");
        }
        if (request.route().isForChangeAddressPage() && request.mayChangeAddress()) {
            return new ChangeAddressPage(request).show(request.displayedAddress());
        }
        // From now on the journey goes on only when the code has been entered in it.
        request.context().getAuthenticationSession().addRequiredAction(VerifyEmailCodeFactory.ID);
        return new CodeConversation(request).ask();
    }

    @Override
    public void close() {
        // nothing to close
    }
}
