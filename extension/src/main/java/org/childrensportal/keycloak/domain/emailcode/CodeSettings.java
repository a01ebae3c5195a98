package org.childrensportal.keycloak.domain.emailcode;

import java.time.Duration;

/**
 * The limits that an administrator sets.
 *
 * @param life how long a code can be entered after it was issued
 * @param guesses how many times one code may be compared with what somebody typed
 * @param guessesADay how many times codes for one address may be compared within 24 hours, whatever
 *     is sent again, registered again or signed in again (NIST SP 800-63B-4, 3.2.2)
 * @param pause the minimum time between two codes to one address
 * @param sendsAnHour how many codes may be sent to one address, and for one account, within an hour
 * @param sendsADay the same within 24 hours
 * @param sendsAnHourPerClient how many codes one client address may ask for within an hour; 0 for
 *     any number
 */
public record CodeSettings(
        Duration life,
        int guesses,
        int guessesADay,
        Duration pause,
        int sendsAnHour,
        int sendsADay,
        int sendsAnHourPerClient) {

    /** The defaults: 30 minutes, 5 and 100 guesses, 60 seconds, 5, 20 and 50 sends. */
    public static final CodeSettings DEFAULTS =
            new CodeSettings(Duration.ofMinutes(30), 5, 100, Duration.ofSeconds(60), 5, 20, 50);
}
