package org.childrensportal.keycloak.domain.emailcode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often codes were sent for an account, in windows of one hour that begin with a send.
 *
 * @param last when the last one was sent
 * @param windowStart when the current window began
 * @param inWindow how many were sent since then
 */
public record Sends(Instant last, Instant windowStart, int inWindow) {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** Nothing was sent yet. */
    public static final Sends NONE = new Sends(Instant.EPOCH, Instant.EPOCH, 0);

    /** When the next send is possible, if it is not possible {@code now}. */
    Optional<Instant> notBefore(Duration pause, int anHour, Instant now) {
        Instant afterPause = last.plus(pause);
        Instant afterWindow = inWindow >= anHour ? windowStart.plus(WINDOW) : Instant.EPOCH;
        Instant next = afterPause.isAfter(afterWindow) ? afterPause : afterWindow;
        return now.isBefore(next) ? Optional.of(next) : Optional.empty();
    }

    /** The sends after one more {@code now}. */
    Sends plusOne(Instant now) {
        boolean windowOver = !now.isBefore(windowStart.plus(WINDOW));
        return windowOver ? new Sends(now, now, 1) : new Sends(now, windowStart, inWindow + 1);
    }

    /** The sends without the last one, which did not leave; the pause is lifted. */
    Sends minusOne() {
        return new Sends(Instant.EPOCH, windowStart, Math.max(0, inWindow - 1));
    }
}
