package org.childrensportal.keycloak.domain.limit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The answer of a limit to work that is about to be done. */
public sealed interface Permit {

    /**
     * The work may be done, and is counted.
     *
     * @param id gives the permit back, if the work was not done after all
     */
    record Granted(String id) implements Permit {}

    /**
     * The work may not be done now, and nothing is counted.
     *
     * @param subject the subject whose limit is reached; of several, the one that waits longest
     * @param next when its next permit is possible
     */
    record Refused(LimitedSubject subject, Instant next) implements Permit {}

    /**
     * Why there is no permit {@code now}, if there is none.
     *
     * @param earlier when a subject's earlier permits were granted, oldest first
     */
    static Optional<Permit> refusal(
            List<LimitedSubject> subjects,
            Function<LimitedSubject, List<Instant>> earlier,
            Instant now) {
        return subjects.stream()
                .flatMap(
                        subject ->
                                subject
                                        .next(earlier.apply(subject), now)
                                        .map(next -> new Refused(subject, next))
                                        .stream())
                .max(Comparator.comparing(Refused::next))
                .map(Permit.class::cast);
    }
}
