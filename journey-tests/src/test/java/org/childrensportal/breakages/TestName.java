package org.childrensportal.breakages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;

/**
 * A test as a breakage names it: {@code SignInIT#spellings}, or {@code SignInIT#spellings[2]} for
 * the second of its rows.
 *
 * @param type the class, without its package
 * @param row counted from one
 */
record TestName(String type, String method, OptionalInt row) {

    private static final Pattern EXTENDS = Pattern.compile("class \\w+ extends (\\w+)");
    private static final Pattern NAME = Pattern.compile("(\\w+)#(\\w+)(?:\\[(\\d+)])?");

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is no name of a test
     */
    static TestName of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no test is named so: " + name);
        }
        String row = matcher.group(3);
        return new TestName(
                matcher.group(1),
                matcher.group(2),
                row == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row)));
    }

    /** Whether it wants no server. */
    boolean isUnitTest() {
        return type.endsWith("Test");
    }

    /** Whether the sources of a folder have it, or a class that its own extends. */
    boolean isIn(Path sources) throws IOException {
        Pattern ofMethod = Pattern.compile("void " + method + "\\(");
        Optional<String> source = source(type, sources);
        while (source.isPresent()) {
            if (ofMethod.matcher(source.get()).find()) {
                return true;
            }
            Matcher parent = EXTENDS.matcher(source.get());
            source = parent.find() ? source(parent.group(1), sources) : Optional.empty();
        }
        return false;
    }

    private static Optional<String> source(String type, Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            Optional<Path> file =
                    files.filter(one -> one.getFileName().toString().equals(type + ".java"))
                            .findFirst();
            return file.isPresent() ? Optional.of(Files.readString(file.get())) : Optional.empty();
        }
    }

    /** What JUnit finds it by, if its class is among the {@code classes} of a folder. */
    Optional<DiscoverySelector> among(Path classes) {
        return className(classes).flatMap(this::testMethod).map(this::selector);
    }

    private Optional<String> className(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.getFileName().toString().equals(type + ".class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(file -> file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<MethodSelector> testMethod(String className) {
        try {
            Class<?> test = Class.forName(className);
            return Stream.<Class<?>>iterate(test, one -> one != null, Class::getSuperclass)
                    .flatMap(one -> Stream.of(one.getDeclaredMethods()))
                    .filter(one -> one.getName().equals(method) && isTest(one))
                    .map(one -> DiscoverySelectors.selectMethod(test, one))
                    .findFirst();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTest(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(
                        name ->
                                name.endsWith("Test")
                                        || name.equals("Property")
                                        || name.equals("Example"));
    }

    private DiscoverySelector selector(MethodSelector found) {
        return row.isPresent()
                ? DiscoverySelectors.selectIteration(found, row.getAsInt() - 1)
                : found;
    }

    @Override
    public String toString() {
        return type + "#" + method + (row.isPresent() ? "[" + row.getAsInt() + "]" : "");
    }
}
