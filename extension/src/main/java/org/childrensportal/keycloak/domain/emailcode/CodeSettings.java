package org.childrensportal.keycloak.domain.emailcode;

import java.time.Duration;

/**
 * The limits that an administrator sets.
 *
 * @param life how long a code can be entered after it was issued
 * @param guesses how many times one code may be compared with what somebody typed
 * @param pause the least time between two codes for one account
 * @param sendsAnHour how many codes may be sent for one account within an hour
 */
public record CodeSettings(Duration life, int guesses, Duration pause, int sendsAnHour) {

    /** The defaults: 30 minutes, 5 guesses, 60 seconds, 5 sends an hour. */
    public static final CodeSettings DEFAULTS =
            new CodeSettings(Duration.ofMinutes(30), 5, Duration.ofSeconds(60), 5);
}
