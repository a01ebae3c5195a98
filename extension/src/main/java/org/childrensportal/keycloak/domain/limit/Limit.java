package org.childrensportal.keycloak.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * So many uses within so long, in a window that slides: whenever one looks back, there are never
 * more.
 *
 * @param most how many uses
 * @param window within how long; zero means no limit
 */
public record Limit(int most, Duration window) {

    /**
     * When the next use is possible, if it is not possible {@code now}.
     *
     * @param uses the uses so far, oldest first
     */
    Optional<Instant> next(List<Instant> uses, Instant now) {
        List<Instant> counted =
                uses.stream().filter(use -> now.isBefore(use.plus(window))).toList();
        return counted.size() < most
                ? Optional.empty()
                : Optional.of(counted.get(counted.size() - most).plus(window));
    }
}
