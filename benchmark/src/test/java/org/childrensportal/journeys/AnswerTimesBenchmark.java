package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long a stranger waits for an answer, by what the address is to the portal (see {@link
 * AddressState}): medians of 200 requests for each, in turn.
 */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Answer times by what an address is")
class AnswerTimesBenchmark {

    private static final int ADDRESSES = 20;
    private static final int ROUNDS = 10;
    private static final int WARM_UP = 3;
    private static final double TOLERATED_MS = 2;
    private static final double TOLERATED_SHARE = 0.05;
    private static final String WRONG = "Not-the-Password-9";
    private static final Path REPORT = Path.of("target/answer-times.md");

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final StringBuilder report = new StringBuilder();

    AnswerTimesBenchmark(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeAll
    void prepare() {
        locks(1);
        for (AddressState state : AddressState.values()) {
            for (int number = 0; number < ADDRESSES; number++) {
                state.prepare(portal, address(state, number));
            }
        }
        locks(1_000_000);
        assertThat(
                        admin.configureCodes(
                                        "\"pause-between-codes-seconds\":\"0\",\"codes-an-hour\":\"100\"")
                                .statusCode())
                .isEqualTo(204);
        report.append("| request | ");
        for (AddressState state : AddressState.values()) {
            report.append(state.name().toLowerCase(Locale.ROOT)).append(" | ");
        }
        report.append("\n|---|").append("---|".repeat(AddressState.values().length)).append("\n");
    }

    private void locks(int failures) {
        assertThat(
                        admin.send(
                                        "PUT",
                                        "",
                                        "{\"failureFactor\": %d, \"quickLoginCheckMilliSeconds\": 0}"
                                                .formatted(failures))
                                .statusCode())
                .isEqualTo(204);
    }

    private String address(AddressState state, int number) {
        return state.address("%s-%02d".formatted(unique, number));
    }

    @Test
    @Order(1)
    @DisplayName("Sign in with a wrong password")
    void signIn() {
        compare(
                "sign in, wrong password",
                address -> portal.signIn(),
                (page, address) -> page.submit(Map.of("username", address, "password", WRONG)));
    }

    @Test
    @Order(2)
    @DisplayName("Ask for a new password")
    void reset() {
        compare(
                "reset the password",
                address -> portal.signIn().follow("a[href*=reset-credentials]"),
                (page, address) -> page.submit(Map.of("username", address)));
    }

    @Test
    @Order(3)
    @DisplayName("Register")
    void register() {
        compare(
                "register",
                address -> Registration.accountPage(portal),
                (page, address) -> page.submit(Registration.account(address)));
    }

    /** What is timed. */
    private interface Deed {
        Page on(Page page, String address);
    }

    private void compare(String what, Function<String, Page> before, Deed deed) {
        Map<AddressState, List<Double>> times = new EnumMap<>(AddressState.class);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int number = 0; number < ADDRESSES; number++) {
                for (AddressState state : AddressState.values()) {
                    String address = address(state, number);
                    Page page = before.apply(address);
                    long start = System.nanoTime();
                    Page answer = deed.on(page, address);
                    double took = (System.nanoTime() - start) / 1e6;
                    assertThat(answer.status()).isEqualTo(200);
                    if (round >= 0) {
                        times.computeIfAbsent(state, key -> new ArrayList<>()).add(took);
                    }
                }
            }
        }
        Map<AddressState, Double> medians = new EnumMap<>(AddressState.class);
        times.forEach((state, all) -> medians.put(state, median(all)));
        report.append("| ").append(what).append(" | ");
        medians.values().forEach(ms -> report.append("%.2f ms | ".formatted(ms)));
        report.append("\n");
        double free = medians.get(AddressState.FREE);
        medians.forEach(
                (state, ms) ->
                        assertThat(Math.abs(ms - free))
                                .as("%s: %s %.2f ms, free %.2f ms", what, state, ms, free)
                                .isLessThan(Math.max(TOLERATED_MS, TOLERATED_SHARE * free)));
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    @AfterAll
    void tell() throws IOException {
        Files.writeString(REPORT, report);
        System.out.println(report);
    }
}
