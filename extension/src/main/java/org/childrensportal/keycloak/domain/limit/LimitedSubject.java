package org.childrensportal.keycloak.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody or something whose permits are counted.
 *
 * @param kind what is counted, such as {@code sends-to-address}
 * @param key whose permits they are, as a keyed hash: no address is ever stored with a limit
 * @param limits all of them hold
 */
public record LimitedSubject(String kind, String key, List<Limit> limits) {

    /** When the next permit is possible by every limit, if it is not possible {@code now}. */
    public Optional<Instant> next(List<Instant> earlier, Instant now) {
        return limits.stream()
                .map(limit -> limit.next(earlier, now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /**
     * How long a permit counts, and so how long it must be kept. It is derived from the limits, so
     * that a longer limit cannot be forgotten by whoever stores permits.
     */
    public Duration memory() {
        return limits.stream()
                .map(Limit::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
