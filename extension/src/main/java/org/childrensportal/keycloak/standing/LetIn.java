package org.childrensportal.keycloak.standing;

import java.time.Duration;

/**
 * What is known of a session that began with a password, or without one.
 *
 * @param password the date of the password, in milliseconds, or {@link #NONE}
 * @param started when the session began, since the epoch
 */
record LetIn(String password, Duration started) {

    /** In place of a date where an account has no password. */
    static final String NONE = "none";

    /** Longer than a request takes, and more than two nodes' clocks differ by. */
    private static final Duration SIGN_IN = Duration.ofMinutes(1);

    /**
     * Whether the password of the date {@code now} was chosen meanwhile. An earlier one than the
     * session's was not: this node has not heard of the new one yet, and nobody is put out for
     * that.
     */
    boolean isWhileChosen(String now) {
        return time(password).compareTo(time(now)) < 0
                && started.plus(SIGN_IN).compareTo(time(now)) >= 0;
    }

    private static Duration time(String date) {
        return NONE.equals(date) ? Duration.ZERO : Duration.ofMillis(Long.parseLong(date));
    }
}
