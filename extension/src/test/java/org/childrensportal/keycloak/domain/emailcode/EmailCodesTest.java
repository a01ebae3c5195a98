package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EmailCodesTest {

    private static final String ACCOUNT = "account";
    private static final String ADDRESS = "zoe@example.com";
    private static final String CLIENT = "192.0.2.1";
    private static final String OTHER_CLIENT = "192.0.2.2";
    private static final EmailCode WRONG = new EmailCode("99999999");

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger numbers = new AtomicInteger();
    private String keyId = "key-1";
    private final EmailCodes codes = codes(CodeSettings.DEFAULTS);

    private IssueResult.Issued issue() {
        return (IssueResult.Issued) codes.issue(ACCOUNT, ADDRESS, CLIENT);
    }

    @Test
    void theRightCodeIsAcceptedOnce() {
        EmailCode code = issue().code();
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, code))
                .isInstanceOf(GuessResult.Right.class);
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, code))
                .isInstanceOf(GuessResult.Ended.class);
    }

    @Test
    void howLongAfterItWasMadeTheRightCodeWasEnteredIsKnown() {
        EmailCode code = issue().code();
        clock.move(Duration.ofSeconds(90));
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, code))
                .isEqualTo(new GuessResult.Right(Duration.ofSeconds(90)));
    }

    @Test
    void afterFiveWrongGuessesTheRightCodeIsRefused() {
        EmailCode code = issue().code();
        for (int left = 4; left >= 0; left--) {
            assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, WRONG))
                    .isEqualTo(new GuessResult.Wrong(left, 1));
        }
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, code))
                .isInstanceOf(GuessResult.TooManyGuesses.class);
    }

    @Test
    void aCodeEndsWithItsLife() {
        EmailCode code = issue().code();
        clock.move(Duration.ofMinutes(30));
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, code))
                .isInstanceOf(GuessResult.Ended.class);
        assertThat(codes.live(ACCOUNT, ADDRESS)).isEmpty();
    }

    @Test
    void aCodeIsWorthNothingForAnotherAddress() {
        EmailCode code = issue().code();
        assertThat(codes.guess(ACCOUNT, "other@example.com", CLIENT, code))
                .isInstanceOf(GuessResult.Ended.class);
    }

    @Test
    void onlyTheNewestCodeWorksAndThereIsAPauseBeforeIt() {
        EmailCode first = issue().code();
        assertThat(codes.issue(ACCOUNT, ADDRESS, CLIENT))
                .isEqualTo(
                        new IssueResult.TooSoon(
                                IssueResult.ADDRESS, clock.instant().plusSeconds(60)));
        clock.move(Duration.ofSeconds(60));
        EmailCode second = issue().code();
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, first))
                .isInstanceOf(GuessResult.Wrong.class);
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, second))
                .isInstanceOf(GuessResult.Right.class);
    }

    @Test
    void aWrongCodeSaysHowManyCodesTheAccountWasSentAndNothingOfOthers() {
        issue();
        clock.move(Duration.ofSeconds(60));
        assertThat(codes.issue("another account", ADDRESS, OTHER_CLIENT))
                .isInstanceOf(IssueResult.Issued.class);
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, WRONG))
                .isEqualTo(new GuessResult.Wrong(4, 1));
        clock.move(Duration.ofSeconds(60));
        codes.notSent(issue());
        issue();
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, WRONG))
                .isEqualTo(new GuessResult.Wrong(4, 2));
        clock.move(Duration.ofDays(1));
        issue();
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, WRONG))
                .isEqualTo(new GuessResult.Wrong(4, 1));
    }

    @Test
    void fiveCodesAnHourAreSentAndNoMore() {
        for (int sent = 0; sent < 5; sent++) {
            assertThat(codes.issue(ACCOUNT, ADDRESS, sent % 2 == 0 ? CLIENT : OTHER_CLIENT))
                    .isInstanceOf(IssueResult.Issued.class);
            clock.move(Duration.ofSeconds(60));
        }
        assertThat(codes.issue(ACCOUNT, ADDRESS, "192.0.2.3"))
                .isInstanceOf(IssueResult.TooSoon.class);
        clock.move(Duration.ofMinutes(55));
        assertThat(codes.issue(ACCOUNT, ADDRESS, "192.0.2.3"))
                .isInstanceOf(IssueResult.Issued.class);
    }

    @Test
    void oneNetworkGetsHalfOfTheCodesOfAMailboxAndLeavesTheOtherHalfToOthers() {
        List<String> network =
                List.of("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2::3");
        for (String machine : network) {
            assertThat(
                            codes.issue(
                                    "a" + machine,
                                    "zoe+" + network.indexOf(machine) + "@example.com",
                                    machine))
                    .isInstanceOf(IssueResult.Issued.class);
            clock.move(Duration.ofSeconds(60));
        }
        assertThat(codes.issue("b", ADDRESS, "2001:db8:1:2::4"))
                .isEqualTo(
                        new IssueResult.TooSoon(
                                IssueResult.ADDRESS_BY_NETWORK,
                                clock.instant().plus(Duration.ofMinutes(57))));
        assertThat(codes.issue("c", ADDRESS, OTHER_CLIENT)).isInstanceOf(IssueResult.Issued.class);
    }

    @Test
    void everySpellingOfAMailboxHasItsLimits() {
        List<String> spellings =
                List.of(
                        "zoe@example.com",
                        "ZOE@EXAMPLE.COM",
                        "zoe@ex\uFF41mple.com",
                        "zoe@example\u3002com",
                        "\"zoe\"@example.com",
                        "zoe+tag@example.com",
                        "\u00A0zoe@example.com\u200B");
        int sent = 0;
        for (int minute = 0; minute < 60; minute++) {
            String spelling = spellings.get(minute % spellings.size());
            String client = "192.0.2." + minute;
            sent +=
                    codes.issue("a" + minute, spelling, client) instanceof IssueResult.Issued
                            ? 1
                            : 0;
            assertThat(codes.issue("b" + minute, "zoe+" + minute + "@example.com", client))
                    .as("within the pause")
                    .isInstanceOf(IssueResult.TooSoon.class);
            clock.move(Duration.ofSeconds(59));
        }
        assertThat(sent).isEqualTo(5);
    }

    @Test
    void oneNetworkGetsHalfOfTheGuessesOfAMailbox() {
        CodeSettings few = new CodeSettings(Duration.ofDays(3), 10, 5, Duration.ZERO, 100, 100, 0);
        EmailCodes strict = codes(few);
        EmailCode code = ((IssueResult.Issued) strict.issue(ACCOUNT, ADDRESS, CLIENT)).code();
        for (int guess = 0; guess < 3; guess++) {
            strict.guess(ACCOUNT, ADDRESS, CLIENT, WRONG);
        }
        assertThat(strict.guess(ACCOUNT, ADDRESS, CLIENT, code))
                .isEqualTo(
                        new GuessResult.TooManyGuessesForAddress(
                                GuessResult.ADDRESS_BY_NETWORK,
                                clock.instant().plus(Duration.ofDays(1))));
        assertThat(strict.guess(ACCOUNT, ADDRESS, OTHER_CLIENT, code))
                .isInstanceOf(GuessResult.Right.class);
    }

    @Test
    void aMailThatDidNotLeaveIsVoidAndNotCounted() {
        IssueResult.Issued issued = issue();
        codes.notSent(issued);
        assertThat(codes.guess(ACCOUNT, ADDRESS, CLIENT, issued.code()))
                .isInstanceOf(GuessResult.Ended.class);
        assertThat(codes.issue(ACCOUNT, ADDRESS, CLIENT)).isInstanceOf(IssueResult.Issued.class);
    }

    @Test
    void aHundredGuessesADayCountForTheAddressWhateverIsSentOrRegisteredAgain() {
        int compared = 0;
        for (int round = 0; round < 40; round++) {
            String account = "account-" + round % 7;
            String client = "192.0.2." + round;
            if (codes.issue(account, ADDRESS, client) instanceof IssueResult.Issued) {
                for (int guess = 0; guess < 5; guess++) {
                    compared +=
                            codes.guess(account, ADDRESS, client, WRONG)
                                            instanceof GuessResult.Wrong
                                    ? 1
                                    : 0;
                }
            }
            clock.move(Duration.ofMinutes(15));
        }
        assertThat(compared).isEqualTo(100);
    }

    @Test
    void theRightCodeIsRefusedOnceTheAddressHasHadItsGuessesAndAcceptedADayLater() {
        CodeSettings once = new CodeSettings(Duration.ofDays(3), 5, 3, Duration.ZERO, 100, 100, 0);
        EmailCodes strict = codes(once);
        EmailCode code = ((IssueResult.Issued) strict.issue(ACCOUNT, ADDRESS, CLIENT)).code();
        for (String client : List.of(CLIENT, OTHER_CLIENT, CLIENT)) {
            strict.guess(ACCOUNT, ADDRESS, client, WRONG);
        }
        assertThat(strict.guess(ACCOUNT, ADDRESS, "192.0.2.3", code))
                .isEqualTo(
                        new GuessResult.TooManyGuessesForAddress(
                                GuessResult.ADDRESS, clock.instant().plus(Duration.ofDays(1))));
        clock.move(Duration.ofDays(1));
        assertThat(strict.guess(ACCOUNT, ADDRESS, CLIENT, code))
                .isInstanceOf(GuessResult.Right.class);
    }

    @Test
    void twentyCodesADayAreSentToAnAddressWhateverAccountAsks() {
        int sent = 0;
        for (int minute = 0; minute < 20 * 60; minute += 2) {
            IssueResult result = codes.issue("account-" + minute, ADDRESS, "192.0.2." + minute);
            sent += result instanceof IssueResult.Issued ? 1 : 0;
            clock.move(Duration.ofMinutes(2));
        }
        assertThat(sent).isEqualTo(20);
    }

    @Test
    void oneClientGetsFiftyCodesAnHourForAllAddressesTogether() {
        for (int number = 0; number < 50; number++) {
            assertThat(codes.issue("a" + number, "a" + number + "@example.com", CLIENT))
                    .isInstanceOf(IssueResult.Issued.class);
        }
        assertThat(codes.issue("b", "b@example.com", CLIENT))
                .isEqualTo(
                        new IssueResult.TooSoon(
                                IssueResult.CLIENT, clock.instant().plus(Duration.ofHours(1))));
        assertThat(codes.issue("b", "b@example.com", "192.0.2.2"))
                .isInstanceOf(IssueResult.Issued.class);
    }

    @Test
    void aCodeIsVoidUnderANewKeyAndTheNextOneWorks() {
        MapCodeStore store = new MapCodeStore();
        EmailCode old =
                ((IssueResult.Issued)
                                codes(CodeSettings.DEFAULTS, new ListRateLimitStore(), store)
                                        .issue(ACCOUNT, ADDRESS, CLIENT))
                        .code();
        keyId = "key-2";
        EmailCodes rotated = codes(CodeSettings.DEFAULTS, new ListRateLimitStore(), store);
        assertThat(rotated.guess(ACCOUNT, ADDRESS, CLIENT, old))
                .isInstanceOf(GuessResult.Ended.class);
        EmailCode next = ((IssueResult.Issued) rotated.issue(ACCOUNT, ADDRESS, CLIENT)).code();
        assertThat(rotated.guess(ACCOUNT, ADDRESS, CLIENT, next))
                .isInstanceOf(GuessResult.Right.class);
    }

    @Test
    void noClientIsLimitedWhenThatLimitIsZero() {
        EmailCodes unlimited =
                codes(new CodeSettings(Duration.ofMinutes(30), 5, 100, Duration.ZERO, 5, 20, 0));
        for (int number = 0; number < 200; number++) {
            assertThat(unlimited.issue("a" + number, "a" + number + "@example.com", CLIENT))
                    .isInstanceOf(IssueResult.Issued.class);
        }
    }

    @Test
    void noLimitHoldsTheAddressInTheClear() {
        ListRateLimitStore uses = new ListRateLimitStore();
        codes(CodeSettings.DEFAULTS, uses).issue(ACCOUNT, ADDRESS, CLIENT);
        assertThat(uses.keys()).hasSize(4).allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    private EmailCodes codes(CodeSettings settings) {
        return codes(settings, new ListRateLimitStore());
    }

    private EmailCodes codes(CodeSettings settings, ListRateLimitStore uses) {
        return codes(settings, uses, new MapCodeStore());
    }

    private EmailCodes codes(CodeSettings settings, ListRateLimitStore uses, CodeStore store) {
        return new EmailCodes(
                store,
                uses,
                Supplier::get,
                new CodeSeal(new SecretKeySpec(new byte[32], "HmacSHA256"), keyId),
                settings,
                clock,
                bound -> numbers.incrementAndGet());
    }
}
