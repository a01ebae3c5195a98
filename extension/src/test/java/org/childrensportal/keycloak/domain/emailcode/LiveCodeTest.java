package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A code can still be entered")
class LiveCodeTest {

    private static final String ACCOUNT = "account";
    private static final String ADDRESS = "zoe@example.com";
    private static final String CLIENT = "192.0.2.1";
    private static final EmailCode WRONG = new EmailCode("99999999");

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CodeStore store = new MapCodeStore();
    private final EmailCodes codes = codes("key-1");

    private EmailCodes codes(String keyId) {
        return new EmailCodes(
                store,
                new ListRateLimitStore(),
                Supplier::get,
                new CodeSeal(new SecretKeySpec(new byte[32], "HmacSHA256"), keyId),
                CodeSettings.DEFAULTS,
                clock,
                bound -> numbers.incrementAndGet());
    }

    private IssueResult.Issued issue() {
        return (IssueResult.Issued) codes.issue(ACCOUNT, ADDRESS, CLIENT);
    }

    private static void assertLive(EmailCodes codes, String address, CodeState state) {
        assertThat(codes.live(ACCOUNT, address)).isEqualTo(Optional.ofNullable(state));
        assertThat(codes.seen(ACCOUNT, address)).isEqualTo(Optional.ofNullable(state));
    }

    @Test
    @DisplayName("for the address that it was sent to, and no other")
    void address() {
        assertLive(codes, ADDRESS, null);
        CodeState state = issue().state();
        assertLive(codes, ADDRESS, state);
        assertLive(codes, "other@example.com", null);
        assertThat(codes.live("another account", ADDRESS)).isEmpty();
    }

    @Test
    @DisplayName("within its life, to the last moment")
    void life() {
        CodeState state = issue().state();
        assertThat(state.expires()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        clock.move(Duration.ofMinutes(30).minusNanos(1));
        assertLive(codes, ADDRESS, state);
        clock.move(Duration.ofNanos(1));
        assertLive(codes, ADDRESS, null);
    }

    @Test
    @DisplayName("until it has had its five guesses")
    void guesses() {
        issue();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(codes.live(ACCOUNT, ADDRESS)).map(CodeState::guesses).contains(guess);
            assertThat(codes.seen(ACCOUNT, ADDRESS)).map(CodeState::guesses).contains(guess);
            codes.guess(ACCOUNT, ADDRESS, CLIENT, WRONG);
        }
        assertLive(codes, ADDRESS, null);
    }

    @Test
    @DisplayName("under the key that it was sealed with")
    void key() {
        CodeState state = issue().state();
        assertLive(codes("key-2"), ADDRESS, null);
        assertLive(codes("key-1"), ADDRESS, state);
    }

    @Test
    @DisplayName("unless its mail was not sent, or it was used")
    void gone() {
        codes.notSent(issue());
        assertLive(codes, ADDRESS, null);
        EmailCode code = issue().code();
        codes.guess(ACCOUNT, ADDRESS, CLIENT, code);
        assertLive(codes, ADDRESS, null);
    }

    @ParameterizedTest
    @CsvSource({
        "seal, zoe@example.com, 0, 1, true",
        "seal, zoe@example.com, 4, 1, true",
        "seal, zoe@example.com, 5, 1, false",
        "seal, zoe@example.com, 6, 1, false",
        "seal, zoe@example.com, 0, 0, false",
        "seal, zoe@example.com, 0, -1, false",
        "seal, ZOE@example.com, 0, 1, false",
        "'', zoe@example.com, 0, 1, false"
    })
    @DisplayName("if it has a seal, the address, a guess left and time left, all of them")
    void state(String sealed, String address, int guesses, int left, boolean live) {
        Instant now = clock.instant();
        CodeState state =
                new CodeState(
                        ACCOUNT, "code", ADDRESS, sealed, "key", now.plusMillis(left), guesses);
        assertThat(state.isLive(address, 5, now)).isEqualTo(live);
    }
}
