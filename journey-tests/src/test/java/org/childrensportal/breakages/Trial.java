package org.childrensportal.breakages;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childrensportal.breakages.RunningServers.NotWhileItRuns;
import org.childrensportal.breakages.UnifiedDiff.DoesNotApply;
import org.childrensportal.servers.Portal;

/**
 * Tries one breakage after the other: the test that is named has to be green without it, red with
 * it, and green again.
 */
final class Trial implements AutoCloseable {

    private static final String JAVA = "extension/src/main/java/";

    private final WarmServers servers = new WarmServers();
    private final Set<TestName> green = new HashSet<>();
    private Optional<JavaSources> sources = Optional.empty();

    /** What came of it. */
    enum Verdict {
        NOTICED("noticed"),
        NOT_NOTICED("NOT NOTICED"),
        DOES_NOT_APPLY("DOES NOT APPLY"),
        RED_WITHOUT("RED WITHOUT IT"),
        NOT_TRIED("NOT TRIED");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How the breakage came to the test. */
    enum Way {
        NONE,
        WARM,
        COLD,
        UNIT
    }

    /** What came of a breakage, how it was tried, and what the test said. */
    record Outcome(Verdict verdict, Way way, String said) {}

    /** What came of which breakage, and how long it took. */
    record Result(Breakage breakage, Outcome outcome, Duration took) {}

    /** Tries one. */
    Result of(Breakage breakage) throws IOException {
        Instant start = Instant.now();
        Outcome outcome;
        try {
            outcome = outcome(breakage);
        } catch (RuntimeException e) {
            // It does not compile, is not reached by the test, or ends a process.
            outcome = new Outcome(Verdict.NOT_TRIED, Way.NONE, e.toString());
        }
        return new Result(breakage, outcome, Duration.between(start, Instant.now()));
    }

    private Outcome outcome(Breakage breakage) throws IOException {
        TestName test = breakage.test();
        Map<String, String> texts;
        try {
            texts = Project.changedBy(breakage.diff());
        } catch (DoesNotApply e) {
            return new Outcome(Verdict.DOES_NOT_APPLY, Way.NONE, e.getMessage());
        }
        Optional<String> before = without(test);
        if (before.isPresent()) {
            return new Outcome(Verdict.RED_WITHOUT, Way.NONE, before.get());
        }
        Path classes = compiled(texts);
        if (test.isUnitTest()) {
            return outcome(UnitTests.run(test, texts, classes), Way.UNIT);
        }
        try {
            Outcome outcome = outcome(warm(test, texts, classes), Way.WARM);
            green.remove(test);
            Optional<String> after = without(test);
            return after.isPresent()
                    ? new Outcome(Verdict.RED_WITHOUT, Way.WARM, after.get())
                    : outcome;
        } catch (NotWhileItRuns e) {
            return outcome(ColdServer.run(test, texts, classes), Way.COLD);
        }
    }

    private static Outcome outcome(Optional<String> fault, Way way) {
        return new Outcome(
                fault.isPresent() ? Verdict.NOTICED : Verdict.NOT_NOTICED, way, fault.orElse(""));
    }

    /** The fault that a test finds in what is whole; on other servers, if it finds one on these. */
    private Optional<String> without(TestName test) throws IOException {
        if (green.contains(test)) {
            return Optional.empty();
        }
        Optional<String> fault = whole(test);
        if (fault.isPresent()) {
            servers.renew();
            fault = whole(test);
        }
        if (fault.isEmpty()) {
            green.add(test);
        }
        return fault;
    }

    private Optional<String> whole(TestName test) throws IOException {
        return test.isUnitTest()
                ? UnitTests.run(test, Map.of(), Project.emptied(Project.WORK.resolve("classes")))
                : servers.run(test);
    }

    private Optional<String> warm(TestName test, Map<String, String> texts, Path classes)
            throws IOException, NotWhileItRuns {
        for (String path : texts.keySet()) {
            if (!path.startsWith(JAVA) && !LiveTheme.has(path)) {
                throw new NotWhileItRuns(path);
            }
        }
        return servers.runBroken(test, texts, JavaSources.changed(classes));
    }

    private Path compiled(Map<String, String> texts) throws IOException {
        Path folder = Project.emptied(Project.WORK.resolve("java"));
        Path classes = Project.emptied(Project.WORK.resolve("classes"));
        Map<String, String> java = new HashMap<>(texts);
        java.keySet().removeIf(path -> !path.startsWith(JAVA));
        if (!java.isEmpty()) {
            Project.write(folder, java);
            sources().compile(folder, classes);
        }
        return classes;
    }

    private JavaSources sources() throws IOException {
        if (sources.isEmpty()) {
            sources = Optional.of(new JavaSources(Portal.installation().home()));
        }
        return sources.get();
    }

    @Override
    public void close() {
        servers.close();
    }
}
