package org.childrensportal.breakages;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one test in a process of its own, which ends with 0 if it is green and with 1 if not. */
final class OneTest {

    /** What the last line of the output begins with if the test is red. */
    static final String FAULT = "fault: ";

    private OneTest() {}

    /** Takes the folder that the test's class is in, and the test's name. */
    public static void main(String[] arguments) {
        Optional<String> fault =
                TestRun.of(
                                TestName.of(arguments[1]),
                                Path.of(arguments[0]),
                                LauncherFactory.create())
                        .fault();
        fault.ifPresent(text -> System.out.println(FAULT + text.strip().replaceAll("\\s+", " ")));
        System.exit(fault.isPresent() ? 1 : 0);
    }
}
