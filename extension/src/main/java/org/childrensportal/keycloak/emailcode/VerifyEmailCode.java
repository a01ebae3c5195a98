package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import org.childrensportal.keycloak.claim.AddressClaim;
import org.childrensportal.keycloak.domain.emailcode.EmailCodes;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.services.ErrorPageException;

/**
 * Asks for the code that was mailed to the user's address, until it is entered. An authentication
 * session that has been asked goes on only if the code was entered in it: an address confirmed
 * elsewhere does not let it in.
 */
final class VerifyEmailCode implements RequiredActionProvider {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Clock CLOCK = new KeycloakClock();

    private final CodeSending sending = new CodeSending(CLOCK);

    /** With the default, {@code kc_action=portal-verify-email-code} would skip the action. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        requireAccount(context);
        if (!context.getUser().isEmailVerified()) {
            context.getAuthenticationSession().addRequiredAction(VerifyEmailCodeFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (mayGoOn(context)) {
            context.success();
            return;
        }
        if (new CodePage(context).isSentToItsAddress()) {
            processAction(context);
            return;
        }
        context.challenge(
                context.getUser().isEmailVerified()
                        ? SignInAgain.response(context, "portalConfirmedElsewhere")
                        : challenge(context));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requireAccount(context);
        if (mayGoOn(context)) {
            context.success();
            return;
        }
        // Before a guess is claimed: the same right code sent twice must not read as wrong.
        if (context.getUser().isEmailVerified()) {
            context.challenge(SignInAgain.response(context, "portalConfirmedElsewhere"));
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (CodePage.ADDRESS_STEP.equals(form.getFirst(CodePage.STEP))) {
            new AddressChange(context).process(form.getFirst(CodePage.ADDRESS_FIELD));
        } else if (!hasAddress(context)) {
            context.challenge(challenge(context));
        } else if (form.containsKey("resend")) {
            context.challenge(sending.send(context, codes(context)));
        } else {
            new CodeGuessing(context, codes(context)).check(form.getFirst(CodePage.CODE_FIELD));
        }
    }

    /**
     * Keycloak's session has no user any more once the account was removed. Its own required
     * actions would fail on that, which come later.
     */
    private static void requireAccount(RequiredActionContext context) {
        if (context.getUser() == null) {
            throw new ErrorPageException(
                    context.getSession(),
                    context.getAuthenticationSession(),
                    Response.Status.BAD_REQUEST,
                    "portalAccountGone");
        }
    }

    private static boolean mayGoOn(RequiredActionContext context) {
        CodeJourney journey = new CodeJourney(context.getAuthenticationSession());
        return context.getUser().isEmailVerified()
                && (journey.hasEnteredCode() || !journey.wasAsked());
    }

    private static boolean hasAddress(RequiredActionContext context) {
        return new AddressClaim(context.getUser()).address().isPresent();
    }

    private Response challenge(RequiredActionContext context) {
        CodePage page = new CodePage(context);
        CodeJourney journey = new CodeJourney(context.getAuthenticationSession());
        if (!hasAddress(context)) {
            return page.changeAddress("");
        }
        if (page.isAddressRequested() && AddressChange.isAllowed(context)) {
            return page.changeAddress(page.displayedAddress());
        }
        String address = page.claimedAddress();
        boolean askedBefore = journey.wasAskedFor(address);
        journey.askFor(address);
        var live = codes(context).live(context.getUser().getId(), address);
        if (live.isPresent()) {
            journey.sendTo(address);
            return page.plain(live);
        }
        if (!askedBefore) {
            return sending.send(context, codes(context));
        }
        // Rendering again never mails.
        return journey.wasSentTo(address) ? page.error(live, "portalCodeEnded") : page.notSentYet();
    }

    private static EmailCodes codes(RequiredActionContext context) {
        return new EmailCodes(
                new JpaCodeStore(context.getSession(), context.getRealm().getId()),
                new JpaUseStore(context.getSession(), context.getRealm().getId()),
                RealmCodeKey.seal(context.getSession(), context.getRealm()),
                CodeSettingsConfig.settings(context.getConfig()),
                CLOCK,
                RANDOM::nextInt);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
