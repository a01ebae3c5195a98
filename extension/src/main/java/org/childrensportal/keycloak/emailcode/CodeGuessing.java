package org.childrensportal.keycloak.emailcode;

import org.childrensportal.keycloak.domain.emailcode.EmailCode;
import org.childrensportal.keycloak.domain.emailcode.EmailCodes;
import org.childrensportal.keycloak.domain.emailcode.GuessResult;
import org.childrensportal.keycloak.domain.emailcode.TypedCode;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** Takes what a person typed as the code, and says what came of it. */
record CodeGuessing(RequiredActionContext context, EmailCodes codes) {

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
        GuessResult result = codes.guess(user.getId(), user.getEmail(), typed);
        if (result instanceof GuessResult.Right) {
            user.setEmailVerified(true);
            new CodeJourney(context.getAuthenticationSession()).enterCode();
            event().detail(Details.EMAIL, user.getEmail()).success();
            context.success();
        } else if (result instanceof GuessResult.Wrong wrong) {
            event().error("portal_code_wrong");
            if (wrong.guessesLeft() > 0) {
                error("portalCodeWrong", wrong.guessesLeft());
            } else {
                error("portalTooManyGuesses");
            }
        } else if (result instanceof GuessResult.Ended) {
            event().error("portal_code_ended");
            error("portalCodeEnded");
        } else if (result instanceof GuessResult.TooManyGuessesForAddress tooMany) {
            event().error("portal_too_many_guesses_for_address");
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

    private EventBuilder event() {
        return CodeEvent.of(context, EventType.VERIFY_EMAIL);
    }

    private void error(String messageKey, Object... parameters) {
        UserModel user = context.getUser();
        context.challenge(
                new CodePage(context)
                        .error(codes.live(user.getId(), user.getEmail()), messageKey, parameters));
    }
}
