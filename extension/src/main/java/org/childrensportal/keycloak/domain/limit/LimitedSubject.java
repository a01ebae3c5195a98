package org.childrensportal.keycloak.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody or something whose uses are counted.
 *
 * @param kind what is counted, such as {@code sends-to-address}
 * @param key whose, as a keyed hash: an address never stands in a limit in the clear
 * @param limits all of them hold
 */
public record LimitedSubject(String kind, String key, List<Limit> limits) {

    /** When the next use is possible by every limit, if it is not possible {@code now}. */
    public Optional<Instant> next(List<Instant> uses, Instant now) {
        return limits.stream()
                .map(limit -> limit.next(uses, now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** How many of these uses count {@code now}, by the longest limit. */
    public int count(List<Instant> uses, Instant now) {
        return (int) uses.stream().filter(use -> now.isBefore(use.plus(memory()))).count();
    }

    /** How long a use counts: so long it must be kept, and no longer. */
    public Duration memory() {
        return limits.stream()
                .map(Limit::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
