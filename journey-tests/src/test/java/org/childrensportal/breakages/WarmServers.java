package org.childrensportal.breakages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.childrensportal.breakages.RunningServers.NotWhileItRuns;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/** The servers that one test after the other is run against, broken and whole. */
final class WarmServers implements AutoCloseable {

    /** The journeys of this module. */
    static final Path TESTS = Path.of("target/test-classes").toAbsolutePath();

    private LauncherSession session = LauncherFactory.openSession();

    /** The fault that a test finds, if any. */
    Optional<String> run(TestName test) {
        return TestRun.of(test, TESTS, session.getLauncher()).fault();
    }

    /** Has the next test start other servers: a red test may leave its own as it should not. */
    void renew() {
        session.close();
        session = LauncherFactory.openSession();
    }

    /**
     * Runs a test against servers that are broken while it runs.
     *
     * @param texts the changed files by their paths, of the theme or of classes that are loaded
     * @param classes the changed classes by name
     * @throws NotWhileItRuns if servers have to be started with what has changed
     */
    Optional<String> runBroken(
            TestName test, Map<String, String> texts, Map<String, byte[]> classes)
            throws IOException, NotWhileItRuns {
        if (!JavaSources.areKnown(classes)) {
            throw new NotWhileItRuns("classes that were not there before");
        }
        int places = RunningServers.redefine(classes);
        if (places == 0 && !classes.isEmpty()) {
            throw new IllegalStateException(
                    "%s does not come to %s".formatted(test, classes.keySet()));
        }
        try {
            LiveTheme.change(
                    texts.entrySet().stream()
                            .filter(text -> LiveTheme.has(text.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            return run(test);
        } finally {
            RunningServers.redefine(JavaSources.built(classes));
            if (texts.keySet().stream().anyMatch(LiveTheme::has)) {
                LiveTheme.restore();
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
