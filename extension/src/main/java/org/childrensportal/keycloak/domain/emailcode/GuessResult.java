package org.childrensportal.keycloak.domain.emailcode;

import java.time.Instant;

/** What came of entering a code. */
public sealed interface GuessResult {

    /** The code was right, and is used up now. */
    record Right() implements GuessResult {}

    /**
     * The code was wrong.
     *
     * @param guessesLeft how many guesses are left for the code; 0 if this was the last
     */
    record Wrong(int guessesLeft) implements GuessResult {}

    /** The code has had all its guesses; this one was not compared. */
    record TooManyGuesses() implements GuessResult {}

    /**
     * The address has had all its guesses for now, whatever code it has; this one was not compared.
     *
     * @param next when the next guess is possible
     */
    record TooManyGuessesForAddress(Instant next) implements GuessResult {}

    /** There is no code to compare with: it ended, was replaced, or belongs to another address. */
    record Ended() implements GuessResult {}
}
