package org.childrensportal.keycloak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("That the tables could be read")
class TablesReadTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private Instant now = NOON;

    private final TablesRead read =
            new TablesRead(
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }
                    });

    @Test
    @DisplayName("is not known before they were")
    void before() {
        assertThat(read.isRecent()).isFalse();
    }

    @Test
    @DisplayName("is remembered for less than a minute")
    void afterwards() {
        read.note();
        assertThat(read.isRecent()).isTrue();
        now = NOON.plus(Duration.ofMillis(59_999));
        assertThat(read.isRecent()).isTrue();
        now = NOON.plus(Duration.ofMinutes(1));
        assertThat(read.isRecent()).isFalse();
    }

    @Test
    @DisplayName("is forgotten when the clock is set back")
    void setBack() {
        read.note();
        now = NOON.minusSeconds(1);
        assertThat(read.isRecent()).isFalse();
    }
}
