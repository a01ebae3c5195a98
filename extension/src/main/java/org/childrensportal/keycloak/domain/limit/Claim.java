package org.childrensportal.keycloak.domain.limit;

import java.time.Instant;

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
     * @param subject the one whose limit is reached
     * @param next when its next use is possible
     */
    record Refused(LimitedSubject subject, Instant next) implements Claim {}
}
