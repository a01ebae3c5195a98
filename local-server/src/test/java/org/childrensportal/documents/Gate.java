package org.childrensportal.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gate runs: each {@code ./mvnw} of {@code .ci/run}. */
final class Gate {

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./mvnw (.*)$");

    /** One of its commands: the options, and the properties that the POMs have by them. */
    private record Run(Set<String> options, Map<String, String> properties) {

        boolean is(String property) {
            return "true".equals(properties.get(property));
        }

        boolean runsUnitTests() {
            return !is("skipTests")
                    && !properties.containsKey("test")
                    && options.stream().noneMatch(one -> one.startsWith("-Dtest="));
        }

        boolean runsJourney(Set<String> tags) {
            Set<String> wanted = list("journeys");
            return !is("skipTests")
                    && (wanted.isEmpty() || tags.stream().anyMatch(wanted::contains))
                    && tags.stream().noneMatch(list("journeys.excluded")::contains);
        }

        boolean runsBenchmarks() {
            return options.contains("-Pbenchmark") && !is("skipITs");
        }

        private Set<String> list(String property) {
            return Stream.of(properties.getOrDefault(property, "").split(","))
                    .filter(one -> !one.isBlank())
                    .collect(Collectors.toSet());
        }
    }

    private final TestClasses tests;
    private final List<Run> runs;

    private Gate(TestClasses tests, List<Run> runs) {
        this.tests = tests;
        this.runs = runs;
    }

    /** Reads the gate of the project in {@code root}. */
    static Gate of(Path root, MavenCommands maven, TestClasses tests) throws IOException {
        return of(Files.readString(root.resolve(".ci/run")), maven, tests);
    }

    /** The gate that {@code script} is. */
    static Gate of(String script, MavenCommands maven, TestClasses tests) {
        return new Gate(
                tests,
                COMMAND.matcher(script)
                        .results()
                        .map(command -> options(command.group(1)))
                        .map(options -> new Run(options, maven.propertiesBy(options)))
                        .toList());
    }

    private static Set<String> options(String arguments) {
        return Arrays.stream(arguments.split("\\s+")).collect(Collectors.toSet());
    }

    /** Whether it runs a class, or one that extends it. */
    boolean runs(TestClass test) {
        return tests.runFor(test).anyMatch(one -> runs.stream().anyMatch(run -> runs(run, one)));
    }

    private boolean runs(Run run, TestClass test) {
        if (test.name().endsWith("IT")) {
            return run.runsJourney(tests.tags(test));
        }
        return test.name().endsWith("Benchmark")
                ? run.runsBenchmarks()
                : test.name().endsWith("Test") && run.runsUnitTests();
    }

    /** Whether one of its commands has all options of {@code arguments}. */
    boolean hasCommand(String arguments) {
        return runs.stream().anyMatch(run -> run.options().containsAll(options(arguments)));
    }
}
