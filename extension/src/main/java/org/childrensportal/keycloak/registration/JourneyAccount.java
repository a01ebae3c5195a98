package org.childrensportal.keycloak.registration;

import java.util.Optional;
import java.util.UUID;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The account that a journey makes: one, however often and however fast its form is sent. It is
 * named before the form is shown, so that all the requests that carry the form name the same one.
 */
final class JourneyAccount {

    private static final String NOTE = "portal.account";

    private final AuthenticationSessionModel journey;

    JourneyAccount(AuthenticationSessionModel journey) {
        this.journey = journey;
    }

    /** Names it, unless it has a name. */
    void name() {
        if (journey.getAuthNote(NOTE) == null) {
            journey.setAuthNote(NOTE, UUID.randomUUID().toString());
        }
    }

    /** Its name; one of its own for a form that was never shown. */
    UUID id() {
        return Optional.ofNullable(journey.getAuthNote(NOTE))
                .map(UUID::fromString)
                .orElseGet(UUID::randomUUID);
    }

    /** Forgets it once it is made: whoever begins again makes another. */
    void forget() {
        journey.removeAuthNote(NOTE);
    }
}
