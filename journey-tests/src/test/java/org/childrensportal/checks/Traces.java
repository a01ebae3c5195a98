package org.childrensportal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Searches what the servers have written, {@code org.childrensportal} at TRACE, once every other
 * test of the run has left its traces (see {@link ClassOrderer.OrderAnnotation}).
 */
public abstract class Traces {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{8}(?![0-9])");

    private final List<? extends Deployment> portals;
    private final StringBuilder log = new StringBuilder();
    private final StringBuilder events = new StringBuilder();

    /** Searches what all of {@code portals} have written. */
    public Traces(List<? extends Deployment> portals) {
        this.portals = portals;
    }

    @BeforeEach
    void read() throws IOException {
        for (Deployment portal : portals) {
            // So that there is something to find even when this test runs alone.
            Registration.register(portal, "traces-" + UUID.randomUUID() + "@example.com");
            for (Path file : portal.logs()) {
                log.append(Files.readString(file));
            }
            events.append(portal.events());
        }
        assertThat(log.toString()).contains("Compared a guess with code");
        assertThat(events.toString()).contains("VERIFY_EMAIL");
    }

    @Test
    @DisplayName("No code is in a log or an event")
    void codes() {
        Set<String> codes = new HashSet<>();
        portals.forEach(portal -> codes.addAll(portal.mail().codes()));
        assertThat(codes).isNotEmpty();
        for (String written : List.of(log.toString(), events.toString())) {
            assertThat(NUMBER.matcher(written).results().map(number -> number.group()))
                    .doesNotContainAnyElementsOf(codes);
        }
    }

    @Test
    @DisplayName("No password is in a log or an event")
    void passwords() {
        assertThat(Browserless.PASSWORDS).isNotEmpty();
        assertThat(Browserless.PASSWORDS).noneMatch(password -> log.indexOf(password) >= 0);
        assertThat(Browserless.PASSWORDS).noneMatch(password -> events.indexOf(password) >= 0);
    }

    @Test
    @DisplayName("No address is in what the portal itself logs")
    void addresses() {
        assertThat(log.toString().lines())
                .filteredOn(line -> line.contains("org.childrensportal"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("@example"));
        assertThat(log.toString().lines())
                .filteredOn(line -> line.contains("VERIFY_EMAIL_ERROR"))
                .noneMatch(line -> line.contains("@example"));
    }
}
