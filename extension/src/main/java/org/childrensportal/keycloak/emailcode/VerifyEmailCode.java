package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.childrensportal.keycloak.domain.emailcode.CodeSettings;
import org.childrensportal.keycloak.domain.emailcode.EmailCode;
import org.childrensportal.keycloak.domain.emailcode.EmailCodes;
import org.childrensportal.keycloak.domain.emailcode.GuessResult;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.childrensportal.keycloak.domain.emailcode.TypedCode;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/**
 * Asks for the code that was mailed to the user's address, until it is entered. An authentication
 * session that has been asked goes on only if the code was entered in it: an address confirmed
 * elsewhere does not let it in.
 */
final class VerifyEmailCode implements RequiredActionProvider {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Clock CLOCK = new KeycloakClock();

    /** With the default, {@code kc_action=portal-verify-email-code} would skip the action. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        UserModel user = context.getUser();
        if (user != null && !user.isEmailVerified()) {
            context.getAuthenticationSession().addRequiredAction(VerifyEmailCodeFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (mayGoOn(context)) {
            context.success();
            return;
        }
        context.challenge(
                context.getUser().isEmailVerified()
                        ? SignInAgain.response(context)
                        : challenge(context));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (mayGoOn(context)) {
            context.success();
            return;
        }
        // Before a guess is claimed: the same right code sent twice must not read as wrong.
        if (context.getUser().isEmailVerified()) {
            context.challenge(SignInAgain.response(context));
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (CodePage.ADDRESS_STEP.equals(form.getFirst(CodePage.STEP))) {
            new AddressChange(context).process(form.getFirst(CodePage.ADDRESS_FIELD));
        } else if (!hasAddress(context)) {
            context.challenge(challenge(context));
        } else if (form.containsKey("resend")) {
            context.challenge(sendNew(context, "portalCodeSent"));
        } else {
            check(context, form.getFirst(CodePage.CODE_FIELD));
        }
    }

    private static boolean mayGoOn(RequiredActionContext context) {
        CodeJourney journey = new CodeJourney(context.getAuthenticationSession());
        return context.getUser().isEmailVerified()
                && (journey.hasEnteredCode() || !journey.wasAsked());
    }

    private static boolean hasAddress(RequiredActionContext context) {
        String address = context.getUser().getEmail();
        return address != null && !address.isBlank();
    }

    private Response challenge(RequiredActionContext context) {
        CodePage page = new CodePage(context);
        if (page.isSentToItsAddress()) {
            return page.process();
        }
        CodeJourney journey = new CodeJourney(context.getAuthenticationSession());
        if (!hasAddress(context)) {
            return page.changeAddress("");
        }
        if (page.isAddressRequested() && journey.isRegistration()) {
            return page.changeAddress(context.getUser().getEmail());
        }
        String address = context.getUser().getEmail();
        boolean askedBefore = journey.wasAskedFor(address);
        journey.askFor(address);
        var live = codes(context).live(context.getUser().getId(), address);
        if (live.isPresent()) {
            return page.plain(live);
        }
        // Rendering again never mails again.
        return askedBefore ? page.error(live, "portalCodeEnded") : sendNew(context, null);
    }

    /** Issues and mails a new code, and says what came of it; the state is committed before. */
    private Response sendNew(RequiredActionContext context, String successKey) {
        CodePage page = new CodePage(context);
        EmailCodes codes = codes(context);
        String account = context.getUser().getId();
        String address = context.getUser().getEmail();
        IssueResult result = codes.issue(account, address);
        if (result instanceof IssueResult.TooSoon tooSoon) {
            return tooSoon(context, tooSoon.next());
        }
        IssueResult.Issued issued = (IssueResult.Issued) result;
        if (!new CodeMail(context).send(issued)) {
            codes.notSent(issued.state());
            return page.fault(Optional.empty(), "portalMailFailed", address);
        }
        return successKey == null
                ? page.plain(Optional.of(issued.state()))
                : page.success(Optional.of(issued.state()), successKey);
    }

    private Response tooSoon(RequiredActionContext context, Instant next) {
        var live = codes(context).live(context.getUser().getId(), context.getUser().getEmail());
        long seconds = CodePage.secondsUntil(next, CLOCK.instant());
        CodePage page = new CodePage(context);
        return seconds > settings(context).pause().toSeconds()
                ? page.fault(
                        live,
                        "portalTooManySends",
                        EndTime.of(context, next, CodeSettingsConfig.timeZone(context.getConfig())))
                : page.fault(live, "portalTooSoon", seconds);
    }

    private void check(RequiredActionContext context, String typed) {
        UserModel user = context.getUser();
        CodePage page = new CodePage(context);
        TypedCode code = TypedCode.read(typed == null ? "" : typed);
        var live = codes(context).live(user.getId(), user.getEmail());
        switch (code.form()) {
            case EMPTY -> context.challenge(page.error(live, "portalCodeMissing"));
            case NOT_DIGITS -> context.challenge(page.error(live, "portalCodeNotDigits"));
            case WRONG_LENGTH ->
                    context.challenge(page.error(live, "portalCodeLength", EmailCode.LENGTH));
            case CODE -> guess(context, code.code().orElseThrow());
        }
    }

    private void guess(RequiredActionContext context, EmailCode typed) {
        UserModel user = context.getUser();
        EmailCodes codes = codes(context);
        GuessResult result = codes.guess(user.getId(), user.getEmail(), typed);
        EventBuilder event =
                context.getEvent()
                        .clone()
                        .event(EventType.VERIFY_EMAIL)
                        .user(user)
                        .detail(Details.EMAIL, user.getEmail());
        if (result instanceof GuessResult.Right) {
            user.setEmailVerified(true);
            new CodeJourney(context.getAuthenticationSession()).enterCode();
            event.success();
            context.success();
            return;
        }
        CodePage page = new CodePage(context);
        var live = codes.live(user.getId(), user.getEmail());
        if (result instanceof GuessResult.Wrong wrong && wrong.guessesLeft() > 0) {
            event.error("portal_code_wrong");
            context.challenge(page.error(live, "portalCodeWrong", wrong.guessesLeft()));
        } else if (result instanceof GuessResult.Ended) {
            event.error("portal_code_ended");
            context.challenge(page.error(live, "portalCodeEnded"));
        } else {
            event.error("portal_too_many_guesses");
            context.challenge(page.error(live, "portalTooManyGuesses"));
        }
    }

    private static CodeSettings settings(RequiredActionContext context) {
        return CodeSettingsConfig.settings(context.getConfig());
    }

    private static EmailCodes codes(RequiredActionContext context) {
        return new EmailCodes(
                new JpaCodeStore(context.getSession(), context.getRealm().getId()),
                new CodeSeal(RealmCodeKey.of(context.getSession(), context.getRealm())),
                settings(context),
                CLOCK,
                RANDOM::nextInt);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
