package org.childrensportal.keycloak.emailcode;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * How the last mail of this node went, and how long it took. A mail that a limit forbids is passed
 * off as another like it: whether one was sent must not be told from the outside.
 */
final class LastMail {

    private record Sent(MailOutcome outcome, Duration took) {}

    private volatile Sent last = new Sent(MailOutcome.SENT, Duration.ZERO);

    /**
     * Sends a mail, if it may be sent, or takes as long as the last one did and says the same.
     *
     * @param sending sends, and says what came of it; empty if a limit forbids that
     */
    MailOutcome sendOrPretend(Supplier<Optional<MailOutcome>> sending) {
        Sent before = last;
        long start = System.nanoTime();
        Optional<MailOutcome> outcome = sending.get();
        if (outcome.isEmpty()) {
            waitUntil(start + before.took().toNanos());
            return before.outcome();
        }
        // What a mail server says of one address, it does not say of another.
        if (outcome.get() != MailOutcome.ADDRESS_REFUSED) {
            last = new Sent(outcome.get(), Duration.ofNanos(System.nanoTime() - start));
        }
        return outcome.get();
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
