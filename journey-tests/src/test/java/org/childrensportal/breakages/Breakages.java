package org.childrensportal.breakages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.childrensportal.breakages.Trial.Result;
import org.childrensportal.breakages.Trial.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Breaks the portal in one way after the other, and holds that the tests notice. Run by {@code
 * ./mvnw -Pbreak}; with {@code -Dbreak=one,another} in those ways only, with {@code
 * -Dbreak.sample=10} in ten of them, which are others every day.
 */
@DisplayName("Breakages")
class Breakages {

    private static final int LONGEST = 100;
    private static final List<Result> RESULTS = new ArrayList<>();
    private static Trial trial;

    @BeforeAll
    static void begin() throws IOException {
        Project.emptied(Project.WORK);
        LiveTheme.restore();
        trial = new Trial();
    }

    @TestFactory
    @DisplayName("are noticed by the test that each names")
    Stream<DynamicTest> noticed() throws IOException {
        return chosen().stream()
                .map(breakage -> DynamicTest.dynamicTest(breakage.name(), () -> notice(breakage)));
    }

    private static void notice(Breakage breakage) throws IOException {
        Result result = trial.of(breakage);
        RESULTS.add(result);
        System.out.println(line(result));
        assertThat(result.outcome().verdict())
                .as("%s (%s) %s", breakage.sentence(), breakage.test(), result.outcome().said())
                .isEqualTo(Verdict.NOTICED);
    }

    /** What is asked for, those of one test together. */
    private static List<Breakage> chosen() throws IOException {
        List<String> names = Arrays.asList(System.getProperty("break", "").split(","));
        List<Breakage> chosen = new ArrayList<>(Breakage.all());
        if (!names.contains("")) {
            chosen.removeIf(breakage -> !names.contains(breakage.name()));
            assertThat(chosen).as("breakages of these names").hasSameSizeAs(names);
        }
        String sample = System.getProperty("break.sample", "");
        if (!sample.isEmpty()) {
            long seed = LocalDate.now(ZoneOffset.UTC).toEpochDay();
            System.out.println("sample of " + sample + ", seed " + seed);
            Collections.shuffle(chosen, new Random(seed));
            chosen = chosen.subList(0, Math.min(chosen.size(), Integer.parseInt(sample)));
        }
        chosen.sort(Comparator.comparing((Breakage breakage) -> breakage.test().toString()));
        return chosen;
    }

    private static String line(Result result) {
        return "%-14s | %-4s | %5.1f s | %s | %s | %s"
                .formatted(
                        result.outcome().verdict().words(),
                        result.outcome().way().name().toLowerCase(Locale.ROOT),
                        result.took().toMillis() / 1000.0,
                        result.breakage().name(),
                        result.breakage().test(),
                        shortly(result.outcome().said()));
    }

    private static String shortly(String said) {
        String line = said.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    @AfterAll
    static void end() {
        trial.close();
        System.out.println("\nBreakages, and what came of them:");
        RESULTS.forEach(result -> System.out.println(line(result)));
        long noticed =
                RESULTS.stream()
                        .filter(result -> result.outcome().verdict() == Verdict.NOTICED)
                        .count();
        System.out.println(noticed + " of " + RESULTS.size() + " were noticed\n");
    }
}
