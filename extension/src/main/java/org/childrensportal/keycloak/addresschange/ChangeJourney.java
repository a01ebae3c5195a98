package org.childrensportal.keycloak.addresschange;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What has happened of a change in one journey, kept in the notes of its authentication session.
 */
final class ChangeJourney {

    private static final String BEGUN = "portal.change.begun";
    private static final String FROM = "portal.change.from";
    private static final String ADDRESS = "portal.change.address";

    private final AuthenticationSessionModel session;

    ChangeJourney(AuthenticationSessionModel session) {
        this.session = session;
    }

    /** The change begins, unless it has begun: an account that has the address {@code from}. */
    void begin(Optional<String> from, Instant now) {
        if (session.getAuthNote(BEGUN) == null) {
            session.setAuthNote(BEGUN, String.valueOf(now.toEpochMilli()));
            session.setAuthNote(FROM, from.orElse(""));
        }
    }

    /** When it began, if it has. */
    Optional<Instant> begun() {
        return Optional.ofNullable(session.getAuthNote(BEGUN))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    /** The address that the account had when it began. */
    Optional<String> from() {
        return Optional.ofNullable(session.getAuthNote(FROM)).filter(from -> !from.isEmpty());
    }

    /** Whether it began when the account had the address {@code from}. */
    boolean isFrom(Optional<String> from) {
        return from.equals(from());
    }

    /** The new address, if one was named. */
    Optional<String> address() {
        return Optional.ofNullable(session.getAuthNote(ADDRESS));
    }

    void name(String address) {
        session.setAuthNote(ADDRESS, address);
    }

    /** The person begins anew. */
    void forget() {
        session.removeAuthNote(BEGUN);
        session.removeAuthNote(FROM);
        session.removeAuthNote(ADDRESS);
    }
}
