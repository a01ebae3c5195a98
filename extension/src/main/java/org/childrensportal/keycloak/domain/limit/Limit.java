package org.childrensportal.keycloak.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * At most so many permits within any period of a given length. The window slides: there is no
 * moment at which a count starts anew.
 *
 * @param most how many permits
 * @param window the length of the period; zero means no limit
 */
public record Limit(int most, Duration window) {

    /** At most {@code most} permits within an hour. */
    public static Limit anHour(int most) {
        return new Limit(most, Duration.ofHours(1));
    }

    /** At most {@code most} permits within a day. */
    public static Limit aDay(int most) {
        return new Limit(most, Duration.ofDays(1));
    }

    /** At least {@code length} between two permits. */
    public static Limit pause(Duration length) {
        return new Limit(1, length);
    }

    /** Half as many permits, rounded up: what one network gets of what a mailbox gets. */
    public Limit half() {
        return new Limit((most + 1) / 2, window);
    }

    /**
     * When the next permit is possible, if it is not possible {@code now}.
     *
     * @param earlier when the earlier permits were granted, oldest first
     */
    Optional<Instant> next(List<Instant> earlier, Instant now) {
        List<Instant> counted =
                earlier.stream().filter(granted -> now.isBefore(granted.plus(window))).toList();
        return counted.size() < most
                ? Optional.empty()
                : Optional.of(counted.get(counted.size() - most).plus(window));
    }
}
