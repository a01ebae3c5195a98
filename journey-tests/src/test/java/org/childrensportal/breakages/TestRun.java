package org.childrensportal.breakages;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** What came of a test: how many of its rows were run, and the first fault. */
final class TestRun implements TestExecutionListener {

    private int tests;
    private Optional<String> fault = Optional.empty();

    private TestRun() {}

    /** Runs a test whose class is on the class path. */
    static TestRun of(TestName test, Path classes, Launcher launcher) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                test.among(classes)
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "there is no test " + test)))
                        .configurationParameter(
                                "junit.jupiter.execution.timeout.testable.method.default", "5 m")
                        .build();
        TestRun run = new TestRun();
        launcher.execute(request, run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests++;
        }
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL && fault.isEmpty()) {
            fault = Optional.of(result.getThrowable().map(Throwable::toString).orElse("aborted"));
        }
    }

    /** What the test found, if anything; that nothing was run is a fault of no test's. */
    Optional<String> fault() {
        if (tests == 0 && fault.isEmpty()) {
            throw new IllegalStateException("no test was run");
        }
        return fault;
    }
}
