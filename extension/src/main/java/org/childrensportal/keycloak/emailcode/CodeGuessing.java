package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import org.childrensportal.keycloak.claim.AddressClaim;
import org.childrensportal.keycloak.domain.emailcode.EmailCode;
import org.childrensportal.keycloak.domain.emailcode.EmailCodes;
import org.childrensportal.keycloak.domain.emailcode.GuessResult;
import org.childrensportal.keycloak.domain.emailcode.TypedCode;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorPageException;

/** Takes what a person typed as the code, and says what came of it. */
record CodeGuessing(RequiredActionContext context, EmailCodes codes) {

    private static final String ADDRESS_TAKEN = "portal_address_taken";

    void check(String typed) {
        TypedCode code = TypedCode.read(typed == null ? "" : typed);
        switch (code.form()) {
            case EMPTY -> error("portalCodeMissing");
            case NOT_DIGITS -> error("portalCodeNotDigits");
            case WRONG_LENGTH -> error("portalCodeLength", EmailCode.LENGTH);
            case CODE -> guess(code.code().orElseThrow());
        }
    }

    private void guess(EmailCode typed) {
        UserModel user = context.getUser();
        GuessResult result =
                codes.guess(
                        user.getId(), address(), context.getConnection().getRemoteHost(), typed);
        if (result instanceof GuessResult.Right) {
            settle();
        } else if (result instanceof GuessResult.Wrong wrong) {
            event().error("portal_code_wrong");
            wrong(wrong);
        } else if (result instanceof GuessResult.Ended) {
            codeEnded(user);
        } else if (result instanceof GuessResult.TooManyGuessesForAddress tooMany) {
            event().error("portal_too_many_" + tooMany.limited().replace('-', '_'));
            error(
                    "portalTooManyGuessesForAddress",
                    EndTime.of(
                            context,
                            tooMany.next(),
                            CodeSettingsConfig.timeZone(context.getConfig())));
        } else {
            event().error("portal_too_many_guesses");
            error("portalTooManyGuesses");
        }
    }

    private void wrong(GuessResult.Wrong wrong) {
        if (wrong.guessesLeft() == 0) {
            error("portalTooManyGuesses");
        } else {
            error(
                    wrong.codesSent() > 1 ? "portalCodeWrongOrOld" : "portalCodeWrong",
                    wrong.guessesLeft());
        }
    }

    /** With its account, if that is removed at this moment. */
    private void codeEnded(UserModel user) {
        if (!AddressClaim.hold(context.getSession(), user.getId())) {
            throw ended(Errors.USER_NOT_FOUND, "portalAccountGone");
        }
        event().error("portal_code_ended");
        error("portalCodeEnded");
    }

    private String address() {
        return new AddressClaim(context.getUser()).address().orElseThrow();
    }

    /** The right code: the address is the account's, unless another has proven it before. */
    private void settle() {
        if (isSettled()) {
            new CodeJourney(context.getAuthenticationSession()).enterCode();
            event().detail(Details.EMAIL, context.getUser().getEmail()).success();
            context.success();
        } else {
            event().error(ADDRESS_TAKEN);
            // It has proven the mailbox, so it may know.
            context.challenge(SignInAgain.response(context, "portalAddressTaken"));
        }
    }

    private boolean isSettled() {
        AddressClaim claim = new AddressClaim(context.getUser());
        try {
            return claim.settle(context.getSession(), context.getRealm());
        } catch (ModelDuplicateException e) {
            // Somebody else proves it at this moment; this transaction cannot be committed.
            throw ended(ADDRESS_TAKEN, "portalAddressTaken");
        }
    }

    private ErrorPageException ended(String error, String messageKey) {
        event().error(error);
        return new ErrorPageException(
                context.getSession(),
                context.getAuthenticationSession(),
                Response.Status.BAD_REQUEST,
                messageKey);
    }

    private EventBuilder event() {
        return CodeEvent.of(context, EventType.VERIFY_EMAIL);
    }

    private void error(String messageKey, Object... parameters) {
        UserModel user = context.getUser();
        context.challenge(
                new CodePage(context)
                        .error(codes.live(user.getId(), address()), messageKey, parameters));
    }
}
