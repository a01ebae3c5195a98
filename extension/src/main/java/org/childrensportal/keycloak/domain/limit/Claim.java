package org.childrensportal.keycloak.domain.limit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of claiming a use before the work that it allows. */
public sealed interface Claim {

    /**
     * The use is counted.
     *
     * @param id takes it back, should the work turn out not to have been done
     */
    record Granted(String id) implements Claim {}

    /**
     * Nothing is counted.
     *
     * @param subject the one whose limit is reached; of several, the one that has to wait longest
     * @param next when its next use is possible
     */
    record Refused(LimitedSubject subject, Instant next) implements Claim {}

    /**
     * Why nothing can be claimed {@code now}, if so.
     *
     * @param uses the uses of a subject so far, oldest first
     */
    static Optional<Claim> refusal(
            List<LimitedSubject> subjects,
            Function<LimitedSubject, List<Instant>> uses,
            Instant now) {
        return subjects.stream()
                .flatMap(
                        subject ->
                                subject
                                        .next(uses.apply(subject), now)
                                        .map(next -> new Refused(subject, next))
                                        .stream())
                .max(Comparator.comparing(Refused::next))
                .map(Claim.class::cast);
    }
}
