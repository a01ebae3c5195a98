package org.childrensportal.breakages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tests of the extension that want no server, in a process of their own. */
final class UnitTests {

    private static final String RESOURCES = "extension/src/main/resources/";
    private static final Path MODULE = Project.ROOT.resolve("extension");

    /** Their classes. */
    static final Path TESTS = MODULE.resolve("target/test-classes");

    private UnitTests() {}

    /**
     * The fault that a test finds, if any.
     *
     * @param texts the changed files by their paths
     * @param classes the folder that changed classes of the extension are in
     */
    static Optional<String> run(TestName test, Map<String, String> texts, Path classes)
            throws IOException {
        Path resources =
                ColdServer.resources(Project.WORK.resolve("unit-resources"), RESOURCES, texts);
        List<Path> classPath = new ArrayList<>();
        classPath.addAll(List.of(classes, resources, TESTS, MODULE.resolve("target/classes")));
        Stream.of(
                        Files.readString(MODULE.resolve("target/class-path.txt"))
                                .strip()
                                .split(File.pathSeparator))
                .map(Path::of)
                .forEach(classPath::add);
        return new Fork(Project.WORK.resolve("unit"), classPath, Map.of()).test(test, TESTS);
    }
}
