package org.childrensportal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AddressState;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether a stranger can tell by the time of an answer what an address is to the portal (see {@link
 * AddressState}). Each address is asked for once, so that no cache knows its account; states are
 * interleaved in a random order. What is looked at is how well somebody guesses who calls the
 * slower of two answers the one of an address that is not free: the area under the ROC curve, 0.5
 * for somebody who learns nothing.
 */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Answer times by what an address is")
class AnswerTimesBenchmark {

    private static final int TRIES = 300;

    private static final int WARM_UP = 60;
    private static final double TOLERATED = 0.05;

    /** So many standard deviations of the sample: one comparison in 700 strays so far below. */
    private static final double DEVIATIONS = 3;

    private static final String WRONG = "Not-the-Password-9";
    private static final String CHEAP_HASHES = "hashAlgorithm(test-counting)";
    private static final Path REPORT = Path.of("target/answer-times.md");

    /** Every time, in its order. */
    private static final Path RAW = Path.of("target/answer-times.csv");

    private final Portal portal;
    private final AdminConsole admin;
    private final StringBuilder report = new StringBuilder();
    private final StringBuilder raw = new StringBuilder("request,server,state,ms\n");
    private String policy;

    AnswerTimesBenchmark(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    /** What else the server has to do meanwhile. */
    enum Load {
        QUIET(0),
        BUSY(2);

        private final int people;

        Load(int people) {
            this.people = people;
        }
    }

    @BeforeAll
    void prepare() {
        admin.realm().hashAsShipped();
        policy = admin.realm().passwordPolicy();
        assertThat(
                        admin.realm()
                                .configureCodes(
                                        "\"pause-between-codes-seconds\":\"0\",\"codes-an-hour\":\"100\"")
                                .statusCode())
                .isEqualTo(204);
        report.append("| request | server | ");
        for (AddressState state : AddressState.values()) {
            report.append(state.name().toLowerCase(Locale.ROOT)).append(" | ");
        }
        report.append("\n|---|---|")
                .append("---|".repeat(AddressState.values().length))
                .append("\n");
    }

    /** An account is locked by {@code failures} wrong passwords, for longer than this takes. */
    private void locks(int failures) {
        assertThat(
                        admin.send(
                                        "PUT",
                                        "",
                                        """
                                        {"failureFactor": %d, "quickLoginCheckMilliSeconds": 0,
                                         "waitIncrementSeconds": 36000, "maxFailureWaitSeconds": 36000}
                                        """
                                                .formatted(failures))
                                .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    @DisplayName("Ask for a new password")
    void reset(Load load) {
        compare(
                "reset the password",
                load,
                cheaplyMade(TRIES),
                () -> portal.signIn().follow("a[href*=reset-credentials]"),
                (page, address) -> page.submit(Map.of("username", address)));
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    @DisplayName("Sign in with a wrong password")
    void signIn(Load load) {
        compare(
                "sign in, wrong password",
                load,
                fresh(TRIES),
                () -> portal.signIn(),
                (page, address) -> page.submit(Map.of("username", address, "password", WRONG)));
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    @DisplayName("Register")
    void register(Load load) {
        compare(
                "register",
                load,
                cheaplyMade(TRIES),
                () -> Registration.accountPage(portal),
                (page, address) -> page.submit(Registration.account(address)));
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    @DisplayName("Change one's address")
    void change(Load load) {
        compare(
                "change one's address",
                load,
                cheaplyMade(TRIES),
                this::newAddressPage,
                (page, address) -> page.submit(Map.of("email", address)));
    }

    /** Of somebody who has just signed in: each account changes its address once. */
    private Page newAddressPage() {
        String address = "moving-" + UUID.randomUUID() + "@example.com";
        admin.people()
                .setEmailVerified(admin.people().createUser(address, Registration.PASSWORD), true);
        Browserless browser = portal.browser();
        Registration.signIn(portal, browser, address);
        return browser.get(portal.authorization("&kc_action=UPDATE_EMAIL"));
    }

    /** What is timed. */
    private interface Deed {
        Page on(Page page, String address);
    }

    /** The same as {@link #fresh}, for what compares no password of theirs. */
    private List<Map<AddressState, String>> cheaplyMade(int tries) {
        admin.realm().setPasswordPolicy(CHEAP_HASHES);
        try {
            return fresh(tries);
        } finally {
            admin.realm().setPasswordPolicy(policy);
        }
    }

    /** Addresses that nobody has asked for, one in each state. */
    private List<Map<AddressState, String>> fresh(int tries) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        locks(1);
        List<Map<AddressState, String>> all =
                IntStream.range(0, tries)
                        .parallel()
                        .mapToObj(number -> inEachState("%s-%03d".formatted(unique, number)))
                        .toList();
        locks(1_000_000);
        assertThat(admin.send("POST", "/clear-user-cache", "").statusCode()).isEqualTo(204);
        return all;
    }

    private Map<AddressState, String> inEachState(String unique) {
        Map<AddressState, String> addresses = new EnumMap<>(AddressState.class);
        for (AddressState state : AddressState.values()) {
            String address = state.address(unique);
            state.prepare(portal, address);
            addresses.put(state, address);
        }
        return addresses;
    }

    private void compare(
            String what,
            Load load,
            List<Map<AddressState, String>> addresses,
            Supplier<Page> before,
            Deed deed) {
        Map<AddressState, List<Double>> times = new EnumMap<>(AddressState.class);
        try (Others others = new Others(portal, load.people)) {
            for (int number = 0; number < WARM_UP; number++) {
                time(before, deed, "warm-up-" + UUID.randomUUID() + "@example.com");
            }
            List<AddressState> states = new ArrayList<>(Arrays.asList(AddressState.values()));
            for (Map<AddressState, String> one : addresses) {
                Collections.shuffle(states);
                for (AddressState state : states) {
                    double took = time(before, deed, one.get(state));
                    times.computeIfAbsent(state, key -> new ArrayList<>()).add(took);
                    raw.append("\"%s\",%s,%s,%.3f%n".formatted(what, load, state, took));
                }
            }
            assertThat(others.areThere()).isTrue();
        }
        tell(what, load, times);
        List<Double> free = times.get(AddressState.FREE);
        times.forEach(
                (state, taken) ->
                        assertThat(Math.abs(area(taken, free) - 0.5))
                                .as("%s, %s: %s against free", what, load, state)
                                .isLessThan(TOLERATED + DEVIATIONS * deviation(free.size())));
    }

    /** How long one answer takes, in milliseconds. */
    private static double time(Supplier<Page> before, Deed deed, String address) {
        Page page = before.get();
        long start = System.nanoTime();
        Page answer = deed.on(page, address);
        double took = (System.nanoTime() - start) / 1e6;
        assertThat(answer.status()).isEqualTo(200);
        return took;
    }

    /** How often one of {@code times} is longer than one of {@code others}; a tie is half. */
    private static double area(List<Double> times, List<Double> others) {
        double longer =
                times.stream()
                        .mapToDouble(
                                time ->
                                        others.stream()
                                                .mapToDouble(
                                                        other ->
                                                                0.5
                                                                        + 0.5
                                                                                * Math.signum(
                                                                                        time
                                                                                                - other))
                                                .sum())
                        .sum();
        return longer / times.size() / others.size();
    }

    /** Of the area between two samples of this size that do not differ (Mann and Whitney). */
    private static double deviation(int size) {
        return Math.sqrt((2.0 * size + 1) / (12.0 * size * size));
    }

    private void tell(String what, Load load, Map<AddressState, List<Double>> times) {
        report.append("| %s | %s | ".formatted(what, load.name().toLowerCase(Locale.ROOT)));
        times.values()
                .forEach(
                        taken ->
                                report.append(
                                        "%.1f ms, %.2f | "
                                                .formatted(
                                                        median(taken),
                                                        area(
                                                                taken,
                                                                times.get(AddressState.FREE)))));
        report.append("\n");
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** Other people, who sign in with wrong passwords one after the other. */
    private static final class Others implements AutoCloseable {

        private final List<Thread> people = new ArrayList<>();
        private volatile boolean stay = true;

        Others(Portal portal, int number) {
            for (int person = 0; person < number; person++) {
                Thread thread = new Thread(() -> signIn(portal), "person " + person);
                thread.setDaemon(true);
                thread.start();
                people.add(thread);
            }
        }

        private void signIn(Portal portal) {
            while (stay) {
                portal.signIn()
                        .submit(
                                Map.of(
                                        "username",
                                        "other-" + UUID.randomUUID() + "@example.com",
                                        "password",
                                        WRONG));
            }
        }

        boolean areThere() {
            return people.stream().allMatch(Thread::isAlive);
        }

        @Override
        public void close() {
            stay = false;
            people.forEach(
                    person -> {
                        try {
                            person.join();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
    }

    @AfterAll
    void tell() throws IOException {
        Files.writeString(REPORT, report);
        Files.writeString(RAW, raw);
        System.out.println(report);
    }
}
