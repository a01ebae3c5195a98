package org.childrensportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childrensportal.documents.Promise.Kept;
import org.childrensportal.documents.Promise.Named;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What the documents promise")
class PromisesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** The heading of the columns that say what holds a row. */
    private static final String SHOWN_BY = "shown by";

    private static final String NOTHING = "nothing";
    private static final Pattern TEST =
            Pattern.compile("[A-Z]\\w*(?:IT|Test|Benchmark)(?:\\.\\w+)?");

    private static MavenCommands maven;
    private static Gate gate;

    @BeforeAll
    static void readTheGate() throws Exception {
        maven = MavenCommands.of(ROOT);
        gate = Gate.of(ROOT, maven, maven.tests());
    }

    static Stream<Arguments> rows() throws IOException {
        return Markdown.under(ROOT).stream()
                .flatMap(
                        document ->
                                document.column(SHOWN_BY).stream()
                                        .map(row -> Arguments.of(name(document), row)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    @DisplayName("row by row is shown by what the gate runs, or is said to be tried by hand")
    void row(String document, String row) {
        assertThat(faults(new Promise(row))).isEmpty();
    }

    static Stream<Arguments> mentions() throws IOException {
        return Markdown.under(ROOT).stream()
                .flatMap(
                        document ->
                                document.code().stream()
                                        .filter(PromisesTest::isTest)
                                        .distinct()
                                        .map(test -> Arguments.of(name(document), test)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mentions")
    @DisplayName("elsewhere is held by tests that are there and are run; benchmarks only measure")
    void mention(String document, String test) {
        Promise promise =
                new Promise("`" + test + "`" + (isBenchmark(test) ? Promise.BY_HAND : ""));
        assertThat(faults(promise)).isEmpty();
    }

    @Test
    @DisplayName("is found")
    void found() throws IOException {
        assertThat(Markdown.read(ROOT.resolve("docs/threat-model.md")).column(SHOWN_BY))
                .hasSizeGreaterThan(40);
        assertThat(mentions()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`ResetIT` |",
                "`ResetIT.unlocks`, `.strangers` |",
                "`CodeRaces.sends`, on one node and two |",
                "`NodeFaults`, `MariaDbIT` and `ContainerIT` |",
                "`EmailAddressTest.oneForm` and `./mvnw verify -Pnodes` |",
                "`AnswerTimesBenchmark` (by hand), `SameAnswerIT` |",
                "nothing |",
                "somebody's word | names no test",
                "`MissingIT` | there is no test MissingIT",
                "`ResetIT.unlocks`, `.missing` | there is no test ResetIT.missing",
                "`.missing` | there is no test .missing",
                "`ResetIT.ROOT` | there is no test ResetIT.ROOT",
                "`AnswerTimesBenchmark` | the gate does not run AnswerTimesBenchmark",
                "`Screenshots` | the gate does not run Screenshots",
                "`MissingIT` (by hand) | there is no test MissingIT",
                "`./mvnw verify -Dkeycloak.dist=26.7.4` | the gate does not run ./mvnw verify"
                        + " -Dkeycloak.dist=26.7.4"
            })
    @DisplayName("that nothing holds is told")
    void broken(String row, String fault) {
        assertThat(faults(new Promise(row)))
                .isEqualTo(Optional.ofNullable(fault).map(List::of).orElse(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "@Disabled @Test void one(), true",
        "@EnabledOnOs(LINUX) @Test void one(), true",
        "Assumptions.assumeTrue(here), true",
        "@Test void enabled(), false"
    })
    @DisplayName("is not held by a test that is left out, always or in some places")
    void skipped(String source, boolean skipped) {
        assertThat(new TestClass("OneIT", source).isSkipped()).isEqualTo(skipped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "./mvnw verify | ResetIT | true",
                "./mvnw verify | EmailAddressTest | true",
                "./mvnw verify | CodeRaces | true",
                "./mvnw verify | NodeFaults | false",
                "./mvnw verify | MariaDbIT | false",
                "./mvnw verify | AnswerTimesBenchmark | false",
                "./mvnw verify -Pnodes | NodeFaults | true",
                "./mvnw verify -Pnodes -Dtest=none | ResetIT | false",
                "./mvnw verify -Pnodes -Dtest=none | EmailAddressTest | false",
                "./mvnw verify -Pmariadb -Dtest=none | MariaDbIT | true",
                "./mvnw -Pbenchmark | AnswerTimesBenchmark | true",
                "./mvnw -Pbenchmark | ResetIT | false",
                "./mvnw -Pbenchmark | EmailAddressTest | false",
                "./mvnw -Pbenchmark -Donce | AnswerTimesBenchmark | false",
                "./mvnw verify -Djourney=RegistrationIT | EmailAddressTest | false",
                "# ./mvnw verify | ResetIT | false"
            })
    @DisplayName("is held by what a gate of this one command runs")
    void gate(String command, String test, boolean runs) {
        assertThat(
                        Gate.of(command, maven, maven.tests())
                                .runs(maven.tests().named(test).orElseThrow()))
                .isEqualTo(runs);
    }

    private static List<String> faults(Promise promise) {
        List<Named> tests = promise.tests();
        List<Named> commands = promise.commands();
        if (tests.isEmpty() && commands.isEmpty()) {
            return promise.text().equals(NOTHING) ? List.of() : List.of("names no test");
        }
        return Stream.concat(
                        tests.stream().flatMap(test -> faultOfTest(test).stream()),
                        commands.stream().flatMap(command -> faultOfCommand(command).stream()))
                .toList();
    }

    private static Optional<String> faultOfTest(Named named) {
        String name = named.type() + named.method().map("."::concat).orElse("");
        Optional<TestClass> test =
                maven.tests()
                        .named(named.type())
                        .filter(
                                type ->
                                        named.method()
                                                .map(method -> maven.tests().has(type, method))
                                                .orElse(true));
        if (test.isEmpty()) {
            return Optional.of("there is no test " + name);
        }
        if (test.get().isSkipped()) {
            return Optional.of(name + " is left out in some places");
        }
        return named.kept() == Kept.BY_HAND || gate.runs(test.get())
                ? Optional.empty()
                : Optional.of("the gate does not run " + name);
    }

    private static Optional<String> faultOfCommand(Named command) {
        return command.kept() == Kept.BY_HAND || gate.hasCommand(command.type())
                ? Optional.empty()
                : Optional.of("the gate does not run ./mvnw " + command.type());
    }

    /** Whether a piece of code names a test, or what several tests have in common. */
    private static boolean isTest(String code) {
        return TEST.matcher(code).matches()
                || maven.tests().named(code).filter(TestClass::isAbstract).stream()
                        .flatMap(maven.tests()::runFor)
                        .anyMatch(one -> TEST.matcher(one.name()).matches());
    }

    private static boolean isBenchmark(String test) {
        return test.endsWith("Benchmark");
    }

    private static String name(Markdown document) {
        return ROOT.relativize(document.file()).toString();
    }
}
