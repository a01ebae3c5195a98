package org.childrensportal.keycloak.emailcode;

import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.domain.emailcode.EmailCode;
import org.childrensportal.keycloak.domain.emailcode.GuessResult;
import org.childrensportal.keycloak.domain.emailcode.TypedCode;
import org.childrensportal.keycloak.metrics.MailToCode;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

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
            MailToCode.record(request.realm(), right.age());
            request.purpose().proven();
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
            throw request.purpose().gone();
        }
        report(CodeError.EXPIRED);
        show(CodeError.EXPIRED);
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
