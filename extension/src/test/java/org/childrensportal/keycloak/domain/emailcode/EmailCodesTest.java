package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EmailCodesTest {

    private static final String ACCOUNT = "account";
    private static final String ADDRESS = "zoe@example.com";
    private static final EmailCode WRONG = new EmailCode("99999999");

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger numbers = new AtomicInteger();
    private final EmailCodes codes =
            new EmailCodes(
                    new MapStore(),
                    new CodeSeal(new SecretKeySpec(new byte[32], "HmacSHA256")),
                    CodeSettings.DEFAULTS,
                    clock,
                    bound -> numbers.incrementAndGet());

    private IssueResult.Issued issue() {
        return (IssueResult.Issued) codes.issue(ACCOUNT, ADDRESS);
    }

    @Test
    void theRightCodeIsAcceptedOnce() {
        EmailCode code = issue().code();
        assertThat(codes.guess(ACCOUNT, ADDRESS, code)).isInstanceOf(GuessResult.Right.class);
        assertThat(codes.guess(ACCOUNT, ADDRESS, code)).isInstanceOf(GuessResult.Ended.class);
    }

    @Test
    void afterFiveWrongGuessesTheRightCodeIsRefused() {
        EmailCode code = issue().code();
        for (int left = 4; left >= 0; left--) {
            assertThat(codes.guess(ACCOUNT, ADDRESS, WRONG)).isEqualTo(new GuessResult.Wrong(left));
        }
        assertThat(codes.guess(ACCOUNT, ADDRESS, code))
                .isInstanceOf(GuessResult.TooManyGuesses.class);
    }

    @Test
    void aCodeEndsWithItsLife() {
        EmailCode code = issue().code();
        clock.move(Duration.ofMinutes(30));
        assertThat(codes.guess(ACCOUNT, ADDRESS, code)).isInstanceOf(GuessResult.Ended.class);
        assertThat(codes.live(ACCOUNT, ADDRESS)).isEmpty();
    }

    @Test
    void aCodeIsWorthNothingForAnotherAddress() {
        EmailCode code = issue().code();
        assertThat(codes.guess(ACCOUNT, "other@example.com", code))
                .isInstanceOf(GuessResult.Ended.class);
    }

    @Test
    void onlyTheNewestCodeWorksAndThereIsAPauseBeforeIt() {
        EmailCode first = issue().code();
        assertThat(codes.issue(ACCOUNT, ADDRESS))
                .isEqualTo(new IssueResult.TooSoon(clock.instant().plusSeconds(60)));
        clock.move(Duration.ofSeconds(60));
        EmailCode second = issue().code();
        assertThat(codes.guess(ACCOUNT, ADDRESS, first)).isInstanceOf(GuessResult.Wrong.class);
        assertThat(codes.guess(ACCOUNT, ADDRESS, second)).isInstanceOf(GuessResult.Right.class);
    }

    @Test
    void fiveCodesAnHourAreSentAndNoMore() {
        for (int sent = 0; sent < 5; sent++) {
            issue();
            clock.move(Duration.ofSeconds(60));
        }
        assertThat(codes.issue(ACCOUNT, ADDRESS)).isInstanceOf(IssueResult.TooSoon.class);
        clock.move(Duration.ofMinutes(55));
        assertThat(codes.issue(ACCOUNT, ADDRESS)).isInstanceOf(IssueResult.Issued.class);
    }

    @Test
    void aMailThatDidNotLeaveIsVoidAndNotCounted() {
        IssueResult.Issued issued = issue();
        codes.notSent(issued.state());
        assertThat(codes.guess(ACCOUNT, ADDRESS, issued.code()))
                .isInstanceOf(GuessResult.Ended.class);
        assertThat(codes.issue(ACCOUNT, ADDRESS)).isInstanceOf(IssueResult.Issued.class);
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void move(Duration duration) {
            now = now.plus(duration);
        }

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
            return Clock.fixed(now, zone);
        }
    }

    /** The store's contract in memory; the real one is tested by the journeys. */
    private static final class MapStore implements CodeStore {
        private final Map<String, CodeState> rows = new HashMap<>();

        @Override
        public Optional<CodeState> find(String account) {
            return Optional.ofNullable(rows.get(account));
        }

        @Override
        public boolean replace(Optional<String> previousCodeId, CodeState next) {
            boolean unchanged = find(next.account()).map(CodeState::codeId).equals(previousCodeId);
            if (unchanged) {
                rows.put(next.account(), next);
            }
            return unchanged;
        }

        @Override
        public boolean claimGuess(String account, String codeId, int limit) {
            Optional<CodeState> row =
                    find(account).filter(s -> s.codeId().equals(codeId) && s.guesses() < limit);
            row.ifPresent(
                    s ->
                            rows.put(
                                    account,
                                    new CodeState(
                                            account,
                                            codeId,
                                            s.address(),
                                            s.seal(),
                                            s.expires(),
                                            s.guesses() + 1,
                                            s.sends())));
            return row.isPresent();
        }

        @Override
        public boolean consume(String account, String codeId) {
            boolean there = find(account).filter(s -> s.codeId().equals(codeId)).isPresent();
            rows.remove(account);
            return there;
        }
    }
}
