package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.stateful.Action;
import net.jqwik.api.stateful.ActionSequence;

/**
 * Plays random sequences of issue, guess, ask again, change address, wait and fail to send against
 * a model that is as simple as the rules themselves.
 */
class EmailCodesModelTest {

    private static final CodeSettings SETTINGS =
            new CodeSettings(Duration.ofMinutes(30), 3, 10, Duration.ofSeconds(60), 4, 8, 6);

    /** The real thing and what is expected of it, side by side. */
    private static final class World {

        private final MovableClock clock = new MovableClock();
        private final EmailCodes codes;
        private int number;

        private final Map<String, String> addresses = new HashMap<>();
        private final Map<String, IssueResult.Issued> newest = new HashMap<>();
        private final Map<String, Integer> guesses = new HashMap<>();
        private final List<Use> sends = new ArrayList<>();
        private final List<Use> comparisons = new ArrayList<>();

        private record Use(String who, Instant at, String code) {}

        World() {
            codes =
                    new EmailCodes(
                            new MapCodeStore(),
                            new ListRateLimitStore(),
                            Supplier::get,
                            new CodeSeal(new SecretKeySpec(new byte[32], "HmacSHA256"), "key"),
                            SETTINGS,
                            clock,
                            bound -> ++number);
        }

        private String address(String account) {
            return addresses.getOrDefault(account, "first@example.com");
        }

        void issue(String account, String client) {
            String address = address(account);
            boolean allowed =
                    since(sends, address, SETTINGS.pause()) < 1
                            && since(sends, address, Duration.ofHours(1)) < SETTINGS.sendsAnHour()
                            && since(sends, address, Duration.ofDays(1)) < SETTINGS.sendsADay()
                            && since(sends, both(address, client), Duration.ofHours(1))
                                    < (SETTINGS.sendsAnHour() + 1) / 2
                            && since(sends, both(address, client), Duration.ofDays(1))
                                    < (SETTINGS.sendsADay() + 1) / 2
                            && since(sends, account, Duration.ofHours(1)) < SETTINGS.sendsAnHour()
                            && since(sends, account, Duration.ofDays(1)) < SETTINGS.sendsADay()
                            && since(sends, client, Duration.ofHours(1))
                                    < SETTINGS.sendsAnHourPerClient();
            IssueResult result = codes.issue(account, address, client);
            assertThat(result instanceof IssueResult.Issued).isEqualTo(allowed);
            if (result instanceof IssueResult.Issued issued) {
                String code = issued.code().digits();
                for (String who : List.of(address, both(address, client), account, client)) {
                    sends.add(new Use(who, clock.instant(), code));
                }
                newest.put(account, issued);
                guesses.put(account, 0);
            } else {
                assertThat(((IssueResult.TooSoon) result).next()).isAfter(clock.instant());
            }
        }

        /** The mail of the newest code was not sent: it is void and not counted. */
        void failToSend(String account) {
            IssueResult.Issued issued = newest.remove(account);
            if (issued != null) {
                codes.notSent(issued);
                sends.removeIf(use -> use.code().equals(issued.code().digits()));
            }
        }

        void guess(String account, String client, int digits) {
            EmailCode typed = new EmailCode("%08d".formatted(digits));
            String address = address(account);
            IssueResult.Issued issued = newest.get(account);
            GuessResult result = codes.guess(account, address, client, typed);
            if (issued == null
                    || !issued.state().address().equals(address)
                    || !clock.instant().isBefore(issued.state().expires())) {
                assertThat(result).isInstanceOf(GuessResult.Ended.class);
            } else if (guesses.merge(account, 1, Integer::sum) > SETTINGS.guesses()) {
                assertThat(result).isInstanceOf(GuessResult.TooManyGuesses.class);
            } else if (since(comparisons, address, Duration.ofDays(1)) >= SETTINGS.guessesADay()
                    || since(comparisons, both(address, client), Duration.ofDays(1))
                            >= (SETTINGS.guessesADay() + 1) / 2) {
                assertThat(result).isInstanceOf(GuessResult.TooManyGuessesForAddress.class);
            } else {
                comparisons.add(new Use(address, clock.instant(), ""));
                comparisons.add(new Use(both(address, client), clock.instant(), ""));
                if (issued.code().equals(typed)) {
                    assertThat(result).isInstanceOf(GuessResult.Right.class);
                    newest.remove(account);
                } else {
                    assertThat(result)
                            .isEqualTo(
                                    new GuessResult.Wrong(
                                            SETTINGS.guesses() - guesses.get(account),
                                            (int) since(sends, account, Duration.ofDays(1))));
                }
            }
        }

        int newestNumber(String account) {
            IssueResult.Issued issued = newest.get(account);
            return issued == null ? 0 : Integer.parseInt(issued.code().digits());
        }

        private static String both(String address, String client) {
            return address + " " + client;
        }

        private long since(List<Use> uses, String who, Duration window) {
            return uses.stream()
                    .filter(use -> use.who().equals(who))
                    .filter(use -> clock.instant().isBefore(use.at().plus(window)))
                    .count();
        }
    }

    /** One thing that happens, with words for the report of a failure. */
    private record Happening(String words, Consumer<World> deed) implements Action<World> {

        @Override
        public World run(World world) {
            deed.accept(world);
            return world;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @Tag("many-tries")
    @Property(tries = 2000)
    void behavesAsTheModel(@ForAll("histories") ActionSequence<World> history) {
        history.run(new World());
    }

    @Provide
    Arbitrary<ActionSequence<World>> histories() {
        Arbitrary<String> accounts = Arbitraries.of("ann", "bob");
        Arbitrary<String> clients = Arbitraries.of("c1", "c2", "c3");
        Arbitrary<String> addresses = Arbitraries.of("first@example.com", "second@example.com");
        Arbitrary<Action<World>> issue =
                Combinators.combine(accounts, clients)
                        .as(
                                (who, client) ->
                                        new Happening(
                                                "issue " + who + " " + client,
                                                w -> w.issue(who, client)));
        Arbitrary<Action<World>> right =
                Combinators.combine(accounts, clients)
                        .as(
                                (who, client) ->
                                        new Happening(
                                                "right " + who + " " + client,
                                                w -> w.guess(who, client, w.newestNumber(who))));
        Arbitrary<Action<World>> earlier =
                accounts.map(
                        who ->
                                new Happening(
                                        "earlier " + who,
                                        w ->
                                                w.guess(
                                                        who,
                                                        "c1",
                                                        Math.max(0, w.newestNumber(who) - 1))));
        Arbitrary<Action<World>> wrong =
                Combinators.combine(accounts, clients)
                        .as(
                                (who, client) ->
                                        new Happening(
                                                "wrong " + who + " " + client,
                                                w -> w.guess(who, client, 99_999_999)));
        Arbitrary<Action<World>> unsent =
                accounts.map(who -> new Happening("unsent " + who, w -> w.failToSend(who)));
        Arbitrary<Action<World>> change =
                accounts.flatMap(
                        who ->
                                addresses.map(
                                        address ->
                                                new Happening(
                                                        "change " + who + " " + address,
                                                        w -> w.addresses.put(who, address))));
        Arbitrary<Action<World>> pause =
                Arbitraries.of(1, 59, 60, 61, 1800, 3600, 86_400)
                        .map(
                                seconds ->
                                        new Happening(
                                                "wait " + seconds,
                                                w -> w.clock.move(Duration.ofSeconds(seconds))));
        return Arbitraries.sequences(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, issue),
                                Tuple.of(2, right),
                                Tuple.of(1, earlier),
                                Tuple.of(4, wrong),
                                Tuple.of(1, unsent),
                                Tuple.of(1, change),
                                Tuple.of(4, pause)))
                .ofSize(60);
    }
}
