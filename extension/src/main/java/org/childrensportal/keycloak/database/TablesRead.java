package org.childrensportal.keycloak.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * That the extension's tables could be read on this node a moment ago: they are there when a server
 * starts, and pages need not ask for them again and again.
 */
final class TablesRead {

    private static final Duration RECENT = Duration.ofMinutes(1);

    private final Clock clock;
    private volatile Instant last = Instant.MIN;

    TablesRead(Clock clock) {
        this.clock = clock;
    }

    void note() {
        last = clock.instant();
    }

    /** A clock that was set back makes nothing recent. */
    boolean isRecent() {
        Instant now = clock.instant();
        return !now.isBefore(last) && now.minus(RECENT).isBefore(last);
    }
}
