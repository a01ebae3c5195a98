package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.childrensportal.keycloak.domain.emailcode.InterruptedCodeStore.Moment;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of two requests for one account at the same moment")
class CodesAtTheSameMomentTest {

    private static final String ACCOUNT = "account";
    private static final String ADDRESS = "zoe@example.com";
    private static final String CLIENT = "192.0.2.1";
    private static final EmailCode WRONG = new EmailCode("99999999");

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CodeSeal seal = new CodeSeal(new SecretKeySpec(new byte[32], "HmacSHA256"), "k");
    private final MapCodeStore rows = new MapCodeStore();
    private final InterruptedCodeStore interrupted = new InterruptedCodeStore(rows);
    private final ListRateLimitStore permits = new ListRateLimitStore();
    private final EmailCodes one = codes(interrupted, permits);
    private final EmailCodes other = codes(rows, new ListRateLimitStore());

    private EmailCodes codes(CodeStore store, ListRateLimitStore uses) {
        return new EmailCodes(
                store,
                uses,
                Supplier::get,
                seal,
                CodeSettings.DEFAULTS,
                clock,
                bound -> numbers.incrementAndGet());
    }

    private static IssueResult.Issued issue(EmailCodes codes) {
        return (IssueResult.Issued) codes.issue(ACCOUNT, ADDRESS, CLIENT);
    }

    private GuessResult guess(EmailCode code) {
        return one.guess(ACCOUNT, ADDRESS, CLIENT, code);
    }

    private int counted() {
        LimitedSubject account = new CodeLimits(CodeSettings.DEFAULTS, seal).ofAccount(ACCOUNT);
        return permits.count(account, clock.instant());
    }

    @Test
    @DisplayName("one sends a code; the other one's permit is given back, and it says when to ask")
    void anotherIssuedFirst() {
        IssueResult.Issued[] others = new IssueResult.Issued[1];
        interrupted.at(Moment.BEFORE_REPLACE, () -> others[0] = issue(other));
        assertThat(one.issue(ACCOUNT, ADDRESS, CLIENT))
                .isEqualTo(
                        new IssueResult.TooSoon(
                                IssueResult.ADDRESS, clock.instant().plusSeconds(60)));
        assertThat(counted()).isZero();
        assertThat(rows.find(ACCOUNT)).contains(others[0].state());
        assertThat(guess(others[0].code())).isInstanceOf(GuessResult.Right.class);
    }

    @Test
    @DisplayName("one replaces an earlier code; that of the other one is not written over it")
    void anotherReplacedFirst() {
        issue(one);
        clock.move(Duration.ofMinutes(1));
        IssueResult.Issued[] others = new IssueResult.Issued[1];
        interrupted.at(Moment.BEFORE_REPLACE, () -> others[0] = issue(other));
        assertThat(one.issue(ACCOUNT, ADDRESS, CLIENT)).isInstanceOf(IssueResult.TooSoon.class);
        assertThat(counted()).isEqualTo(1);
        assertThat(rows.find(ACCOUNT)).contains(others[0].state());
    }

    @Test
    @DisplayName("one forgets an expired code; the other one sends the next code all the same")
    void forgotten() {
        CodeState expired = issue(one).state();
        clock.move(Duration.ofMinutes(31));
        interrupted.at(Moment.BEFORE_REPLACE, () -> rows.consume(expired));
        CodeState next = issue(one).state();
        assertThat(rows.find(ACCOUNT)).contains(next);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    @DisplayName("one sends a new code; a guess at the earlier one is not counted, and has ended")
    void replacedBeforeItIsCounted() {
        EmailCode code = issue(one).code();
        clock.move(Duration.ofMinutes(1));
        interrupted.at(Moment.BEFORE_COUNT, () -> issue(other));
        assertThat(guess(code)).isInstanceOf(GuessResult.Ended.class);
        assertThat(rows.find(ACCOUNT)).map(CodeState::guesses).contains(0);
    }

    @Test
    @DisplayName("one uses the code up before the other one's guess is counted: that has ended")
    void usedUpBeforeItIsCounted() {
        IssueResult.Issued issued = issue(one);
        interrupted.at(Moment.BEFORE_COUNT, () -> rows.consume(issued.state()));
        assertThat(guess(issued.code())).isInstanceOf(GuessResult.Ended.class);
    }

    @Test
    @DisplayName("one makes the last guess; the other one's has been one too many")
    void lastGuessBeforeItIsCounted() {
        IssueResult.Issued issued = issue(one);
        interrupted.at(
                Moment.BEFORE_COUNT,
                () -> {
                    for (int guess = 0; guess < CodeSettings.DEFAULTS.guesses(); guess++) {
                        other.guess(ACCOUNT, ADDRESS, CLIENT, WRONG);
                    }
                });
        assertThat(guess(issued.code())).isInstanceOf(GuessResult.TooManyGuesses.class);
    }

    @Test
    @DisplayName("one guesses as well: both guesses are gone")
    void guessedAsWell() {
        issue(one);
        interrupted.at(Moment.AFTER_COUNT, () -> other.guess(ACCOUNT, ADDRESS, CLIENT, WRONG));
        assertThat(guess(WRONG)).isEqualTo(new GuessResult.Wrong(3, 1));
    }

    @Test
    @DisplayName("one sends a new code: for the earlier one no guess is left")
    void replacedAfterItWasCounted() {
        issue(one);
        clock.move(Duration.ofMinutes(1));
        interrupted.at(Moment.AFTER_COUNT, () -> issue(other));
        assertThat(guess(WRONG)).isEqualTo(new GuessResult.Wrong(0, 1));
    }

    @Test
    @DisplayName("one uses the right code up, and confirms; for the other one it has ended")
    void usedUp() {
        IssueResult.Issued issued = issue(one);
        interrupted.at(Moment.BEFORE_CONSUME, () -> rows.consume(issued.state()));
        assertThat(guess(issued.code())).isInstanceOf(GuessResult.Ended.class);
    }
}
