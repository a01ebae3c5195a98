package org.childrensportal.people;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits until something is so. A test never waits for time to pass: it looks again and again, and
 * gives up only after so long that a busy machine cannot be the reason.
 */
public final class Await {

    private static final Duration CEILING =
            Duration.ofSeconds(
                    Long.getLong("journeys.patience", Duration.ofMinutes(3).toSeconds()));

    /** The server under test has the processor meanwhile. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Await() {}

    /**
     * Waits until {@code condition} holds.
     *
     * @param what what is waited for, as a test's report says it
     * @throws AssertionError if that has not come after three minutes, or that patience
     */
    public static void until(String what, BooleanSupplier condition) {
        value(what, condition::getAsBoolean, Boolean::booleanValue);
    }

    /**
     * Does something again and again until what comes of it is {@code wanted}.
     *
     * @param what what is waited for, as a test's report says it
     * @return the first that is wanted
     * @throws AssertionError if none has come after three minutes, or that patience; it says what
     *     came last
     */
    public static <T> T value(String what, Supplier<T> deed, Predicate<T> wanted) {
        long limit = System.nanoTime() + CEILING.toNanos();
        T last = deed.get();
        while (!wanted.test(last)) {
            if (System.nanoTime() - limit > 0) {
                throw new AssertionError(what + ": not after " + CEILING + ", but " + last);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            last = deed.get();
        }
        return last;
    }
}
