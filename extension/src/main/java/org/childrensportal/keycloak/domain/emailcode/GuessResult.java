package org.childrensportal.keycloak.domain.emailcode;

import java.time.Duration;
import java.time.Instant;

/** What came of entering a code. */
public sealed interface GuessResult {

    /** Guesses for one address are counted. */
    String ADDRESS = "guesses-for-address";

    /** Guesses for one address that come from one network are counted. */
    String ADDRESS_BY_NETWORK = "guesses-for-mailbox-by-network";

    /**
     * The code was right, and is used up now.
     *
     * @param age how long ago it was made, reckoned by the life that codes have now
     */
    record Right(Duration age) implements GuessResult {}

    /**
     * The code was wrong.
     *
     * @param guessesLeft how many guesses are left for the code; 0 if this was the last
     * @param codesSent how many codes the account has been sent within a day; if several, it may
     *     have been one that a newer one replaced. What other accounts were sent is not in it
     */
    record Wrong(int guessesLeft, int codesSent) implements GuessResult {}

    /** The code has had all its guesses; this one was not compared. */
    record TooManyGuesses() implements GuessResult {}

    /**
     * The address has had all its guesses for now, or all of one network's, whatever code it has;
     * this one was not compared.
     *
     * @param limited whose limit is reached: {@link #ADDRESS} or {@link #ADDRESS_BY_NETWORK}
     * @param next when the next guess is possible
     */
    record TooManyGuessesForAddress(String limited, Instant next) implements GuessResult {}

    /**
     * There is no code to compare with: it expired, was replaced, or belongs to another address.
     */
    record Ended() implements GuessResult {}
}
