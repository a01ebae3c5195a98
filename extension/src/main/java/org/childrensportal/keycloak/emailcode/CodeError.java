package org.childrensportal.keycloak.emailcode;

import java.util.Optional;
import org.childrensportal.keycloak.mail.MailOutcome;
import org.keycloak.events.Errors;

/** What can go wrong with a code: what the person reads, and what the event log says. */
enum CodeError {
    MISSING("portalCodeMissing"),
    NOT_DIGITS("portalCodeNotDigits"),
    WRONG_LENGTH("portalCodeLength"),
    WRONG("portalCodeWrong", "portal_code_wrong"),
    WRONG_FOR_THE_LAST_TIME("portalTooManyGuesses", "portal_code_wrong"),
    TOO_MANY_GUESSES("portalTooManyGuesses", "portal_too_many_guesses"),
    EXPIRED("portalCodeEnded", "portal_code_ended"),
    ACCOUNT_GONE("portalAccountGone", Errors.USER_NOT_FOUND),
    ADDRESS_TAKEN("portalAddressTaken", "portal_address_taken"),
    CONFIRMED_ELSEWHERE("portalConfirmedElsewhere"),

    MAIL_SLOW("portalMailSlow", "portal_send_refused_mails_in_progress"),
    MAIL_LATE("portalMailLate", MailOutcome.UNKNOWN.eventError()),
    MAIL_FAILED("portalMailFailed", MailOutcome.NOT_SENT.eventError()),
    ADDRESS_REFUSED("portalAddressRefused", MailOutcome.ADDRESS_REFUSED.eventError()),

    // What the event log says of a limit depends on whose it is: see LimitError.
    TOO_MANY_GUESSES_FOR_ADDRESS("portalTooManyGuessesForAddress"),
    TOO_SOON("portalTooSoon"),
    TOO_MANY_SENDS("portalTooManySends"),
    TOO_MANY_SENDS_FROM_NETWORK("portalTooManySendsFromNetwork"),
    TOO_MANY_ADDRESS_CLAIMS("portalTooManyClaims");

    private final String messageKey;
    private final Optional<String> eventError;

    CodeError(String messageKey) {
        this.messageKey = messageKey;
        this.eventError = Optional.empty();
    }

    CodeError(String messageKey, String eventError) {
        this.messageKey = messageKey;
        this.eventError = Optional.of(eventError);
    }

    String messageKey() {
        return messageKey;
    }

    /** The error of the event, if one is written. */
    Optional<String> eventError() {
        return eventError;
    }
}
