package org.childrensportal.keycloak.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A limit")
class LimitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 3", "20, 10", "100, 50"})
    @DisplayName("of a mailbox leaves half of it to one network, rounded up")
    void half(int most, int half) {
        assertThat(Limit.anHour(most).half()).isEqualTo(new Limit(half, Duration.ofHours(1)));
        assertThat(Limit.aDay(most).half()).isEqualTo(new Limit(half, Duration.ofDays(1)));
    }

    @Test
    @DisplayName("lets the next one through when the oldest that fills it is as old as its period")
    void slides() {
        Limit two = Limit.anHour(2);
        List<Instant> earlier =
                List.of(
                        ago(Duration.ofMinutes(60)),
                        ago(Duration.ofMinutes(50)),
                        ago(Duration.ofMinutes(10)));
        assertThat(two.next(earlier, NOW)).contains(NOW.plus(Duration.ofMinutes(10)));
        assertThat(two.next(earlier.subList(0, 2), NOW)).isEmpty();
        assertThat(two.next(List.of(), NOW)).isEmpty();
    }

    @Test
    @DisplayName("of no time is none, and a pause is one permit in its length")
    void pause() {
        assertThat(Limit.pause(Duration.ZERO).next(List.of(NOW), NOW)).isEmpty();
        assertThat(Limit.pause(Duration.ofSeconds(60)).next(List.of(NOW), NOW))
                .contains(NOW.plusSeconds(60));
    }

    @Test
    @DisplayName("holds together with others until the longest of them lets one through")
    void together() {
        LimitedSubject ann =
                new LimitedSubject("sends", "ann", List.of(Limit.anHour(1), Limit.aDay(1)));
        List<Instant> anHourAgo = List.of(ago(Duration.ofMinutes(30)));
        assertThat(ann.next(anHourAgo, NOW)).contains(NOW.plus(Duration.ofMinutes(1410)));
        assertThat(ann.next(List.of(), NOW)).isEmpty();
        assertThat(ann.memory()).isEqualTo(Duration.ofDays(1));
        assertThat(ann.count(List.of(ago(Duration.ofDays(1)), ago(Duration.ofHours(23))), NOW))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("is none if there is none: nothing is remembered and nothing counts")
    void none() {
        LimitedSubject free = new LimitedSubject("sends", "ann", List.of());
        assertThat(free.memory()).isZero();
        assertThat(free.next(List.of(NOW), NOW)).isEmpty();
        assertThat(free.count(List.of(NOW), NOW)).isZero();
    }

    @Test
    @DisplayName("that several have reached is told of the one that waits longest")
    void refusal() {
        LimitedSubject mailbox = new LimitedSubject("mailbox", "m", List.of(Limit.anHour(1)));
        LimitedSubject account = new LimitedSubject("account", "a", List.of(Limit.aDay(1)));
        LimitedSubject network = new LimitedSubject("network", "n", List.of(Limit.aDay(9)));
        Map<String, List<Instant>> earlier =
                Map.of("m", List.of(NOW), "a", List.of(NOW), "n", List.of(NOW));
        assertThat(
                        Permit.refusal(
                                List.of(mailbox, account, network),
                                subject -> earlier.get(subject.key()),
                                NOW))
                .contains(new Permit.Refused(account, NOW.plus(Duration.ofDays(1))));
        assertThat(Permit.refusal(List.of(network), subject -> List.of(NOW), NOW)).isEmpty();
    }

    @Property
    @Label("never lets more through within its period, whenever they are asked for")
    void never(
            @ForAll @IntRange(min = 1, max = 5) int most,
            @ForAll List<@IntRange(max = 120) Integer> minutes) {
        Limit limit = Limit.anHour(most);
        List<Instant> granted = new ArrayList<>();
        for (int minute : minutes.stream().sorted().toList()) {
            Instant now = NOW.plus(Duration.ofMinutes(minute));
            Optional<Instant> next = limit.next(granted, now);
            if (next.isEmpty()) {
                granted.add(now);
            } else {
                assertThat(limit.next(granted, next.get().minusNanos(1))).isPresent();
                assertThat(limit.next(granted, next.get())).isEmpty();
            }
        }
        assertThat(IntStream.range(most, granted.size()))
                .allMatch(
                        permit ->
                                !granted.get(permit)
                                        .isBefore(
                                                granted.get(permit - most)
                                                        .plus(Duration.ofHours(1))));
    }
}
