package org.childrensportal.keycloak.emailcode;

import java.time.Duration;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.domain.emailcode.EmailCode;
import org.childrensportal.keycloak.domain.emailcode.GuessResult;
import org.childrensportal.keycloak.domain.emailcode.TypedCode;
import org.childrensportal.keycloak.metrics.MailToCode;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.services.ErrorPageException;

/** Compares what a person typed with the code, and shows what came of it. */
final class CodeGuessing {

    private final CodeRequest request;

    CodeGuessing(CodeRequest request) {
        this.request = request;
    }

    void check(String typed) {
        TypedCode code = TypedCode.read(typed == null ? "" : typed);
        switch (code.form()) {
            case EMPTY -> show(CodeError.MISSING);
            case NOT_DIGITS -> show(CodeError.NOT_DIGITS);
            case WRONG_LENGTH -> show(CodeError.WRONG_LENGTH, EmailCode.LENGTH);
            case CODE -> guess(code.code().orElseThrow());
        }
    }

    private void guess(EmailCode typed) {
        GuessResult result =
                request.codes()
                        .guess(request.user().getId(), request.address(), request.client(), typed);
        if (result instanceof GuessResult.Right right) {
            settle(right.age());
        } else if (result instanceof GuessResult.Wrong wrong) {
            wrong(wrong.guessesLeft(), wrong.codesSent());
        } else if (result instanceof GuessResult.Ended) {
            expired();
        } else if (result instanceof GuessResult.TooManyGuessesForAddress tooMany) {
            event().error(LimitError.of(tooMany.limited()).eventError());
            show(CodeError.TOO_MANY_GUESSES_FOR_ADDRESS, request.endTime(tooMany.next()));
        } else {
            report(CodeError.TOO_MANY_GUESSES);
            show(CodeError.TOO_MANY_GUESSES);
        }
    }

    private void wrong(int guessesLeft, int codesSent) {
        if (guessesLeft > 0) {
            CodeError error = codesSent > 1 ? CodeError.WRONG_OR_REPLACED : CodeError.WRONG;
            report(error);
            show(error, guessesLeft);
        } else {
            report(CodeError.WRONG_FOR_THE_LAST_TIME);
            show(CodeError.WRONG_FOR_THE_LAST_TIME);
        }
    }

    /** A code is gone with its account as well, which may be removed at this moment. */
    private void expired() {
        if (!new AccountLock(request.session(), request.user().getId()).take()) {
            throw end(CodeError.ACCOUNT_GONE);
        }
        report(CodeError.EXPIRED);
        show(CodeError.EXPIRED);
    }

    /** The code was right: the address is the account's, unless another account has proven it. */
    private void settle(Duration age) {
        if (isSettled()) {
            MailToCode.record(request.realm(), age);
            request.journey().enterCode();
            event().detail(Details.EMAIL, request.user().getEmail()).success();
            request.context().success();
        } else {
            report(CodeError.ADDRESS_TAKEN);
            // Whoever has entered the code reads the mailbox, so they may know.
            request.context().challenge(request.route().toSignIn(CodeError.ADDRESS_TAKEN));
        }
    }

    private boolean isSettled() {
        try {
            return request.claim().settle(request.session(), request.realm());
        } catch (ModelDuplicateException e) {
            // Another account proves it at this moment; this transaction cannot be committed.
            throw end(CodeError.ADDRESS_TAKEN);
        }
    }

    private ErrorPageException end(CodeError error) {
        report(error);
        return CodeRoute.end(request.context(), error);
    }

    private void report(CodeError error) {
        error.eventError().ifPresent(event()::error);
    }

    private EventBuilder event() {
        return request.event(EventType.VERIFY_EMAIL);
    }

    private void show(CodeError error, Object... parameters) {
        request.context().challenge(new CodePage(request).error(request.live(), error, parameters));
    }
}
