package org.childrensportal.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What there is of tests in some modules. */
final class TestClasses {

    private final Map<String, TestClass> classes = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    /** Reads the tests of {@code modules} of the project in {@code root}. */
    static TestClasses of(Path root, Collection<String> modules) throws IOException {
        TestClasses tests = new TestClasses();
        for (String module : modules) {
            tests.read(root.resolve(module).resolve("src/test/java"));
        }
        return tests;
    }

    private void read(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.java$", "");
                TestClass test = new TestClass(name, Files.readString(file));
                classes.put(name, test);
                test.parent().ifPresent(parent -> parents.put(name, parent));
            }
        }
    }

    /** The class of that name, without its package. */
    Optional<TestClass> named(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** The class and those that it extends, nearest first. */
    Stream<TestClass> line(TestClass test) {
        return Stream.iterate(
                        Optional.of(test),
                        Optional::isPresent,
                        one -> one.map(TestClass::name).map(parents::get).flatMap(this::named))
                .map(Optional::get);
    }

    /** What is run of a class: itself, or those that extend it if it is abstract. */
    Stream<TestClass> runFor(TestClass test) {
        return classes.values().stream()
                .filter(one -> line(one).anyMatch(test::equals))
                .filter(one -> !one.isAbstract());
    }

    /** Whether a class has a test of that name, or has it from one that it extends. */
    boolean has(TestClass test, String method) {
        return line(test).map(TestClass::methods).anyMatch(methods -> methods.contains(method));
    }

    /** The tags of a class and of those that it extends. */
    Set<String> tags(TestClass test) {
        return line(test).map(TestClass::tags).collect(HashSet::new, Set::addAll, Set::addAll);
    }
}
