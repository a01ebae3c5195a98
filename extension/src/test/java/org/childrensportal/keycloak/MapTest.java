package org.childrensportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The map, ARCHITECTURE.md,")
class MapTest {

    private static final Path MAP = Path.of("../ARCHITECTURE.md");
    private static final Path THEMES = Path.of("../themes/src");
    private static final Path CODE = Path.of("src/main/java/org/childrensportal/keycloak");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern PACKAGE = Pattern.compile("[a-z]+(?:[./][a-z]+)*");
    private static final Pattern CLASS = Pattern.compile("(?:([a-z.]+)\\.)?([A-Z]\\w*)");

    /** The name of a class in the diagram: two or more words written as one. */
    private static final Pattern IN_DIAGRAM = Pattern.compile("\\b(?:[A-Z][a-z]+){2,}\\b");

    /** Our classes: package, with dots, and simple name. */
    private final Map<Path, String> classes = classes();

    @Test
    @DisplayName("has a line for every package, and none for a package that is gone")
    void packages() {
        Set<String> named =
                rows("The packages of the extension")
                        .flatMap(row -> quoted(row.get(0)))
                        .map(name -> name.replace('/', '.'))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(new TreeSet<>(classes.values()));
    }

    @ParameterizedTest(name = "{0}, column {1}")
    @CsvSource({
        "The packages of the extension, 2",
        "Each rule and the class to open first, 1",
        "Replaced, 1",
        "Subclassed with an id of their own, 0",
        "Uses of Keycloak's inside, 1"
    })
    @DisplayName("names packages and classes that exist")
    void names(String section, int column) {
        List<String> names = rows(section).flatMap(row -> quoted(row.get(column))).toList();
        assertThat(names).hasSizeGreaterThan(3);
        assertThat(names.stream().filter(name -> !exists(name))).isEmpty();
    }

    @Test
    @DisplayName("has a diagram in which every class exists")
    void diagram() {
        String map = text(MAP);
        String diagram =
                map.substring(
                        map.indexOf("```mermaid"), map.indexOf("```", map.indexOf("mermaid")));
        List<String> names =
                IN_DIAGRAM.matcher(diagram).results().map(match -> match.group()).toList();
        assertThat(names).hasSizeGreaterThan(10);
        assertThat(names.stream().filter(name -> !exists(name))).isEmpty();
    }

    @Test
    @DisplayName("has a glossary in which every class exists")
    void glossary() {
        List<String> names =
                rows("Glossary")
                        .flatMap(row -> quoted(row.get(0)))
                        .filter(name -> CLASS.matcher(name).matches())
                        .toList();
        assertThat(names).isNotEmpty().allMatch(this::exists);
    }

    private boolean exists(String name) {
        if (name.matches("[a-z-]+\\.(ftl|js)")) {
            return files(THEMES).anyMatch(file -> file.endsWith(name));
        }
        if (PACKAGE.matcher(name).matches()) {
            return classes.containsValue(name.replace('/', '.'));
        }
        var parts = CLASS.matcher(name);
        if (!parts.matches()) {
            // The id of a provider, which stands beside its class.
            return name.startsWith("portal-");
        }
        return classes.entrySet().stream()
                .anyMatch(
                        found ->
                                found.getKey()
                                                .getFileName()
                                                .toString()
                                                .equals(parts.group(2) + ".java")
                                        && (parts.group(1) == null
                                                || parts.group(1).equals(found.getValue())));
    }

    private static Stream<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(match -> match.group(1));
    }

    /** The rows of the tables under a heading, without their heads; each is its cells. */
    private static Stream<List<String>> rows(String section) {
        Set<List<String>> rows = new HashSet<>();
        String current = "";
        String previous = "";
        for (String line : text(MAP).lines().toList()) {
            if (line.startsWith("#")) {
                current = line.replaceAll("^#+ ", "").replace(",", "");
            } else if (current.equals(section)
                    && line.startsWith("|")
                    && previous.startsWith("|")) {
                rows.add(Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList());
            }
            previous = line;
        }
        return rows.stream();
    }

    private static Map<Path, String> classes() {
        return files(CODE)
                .filter(file -> file.toString().endsWith(".java"))
                .collect(
                        Collectors.toMap(
                                file -> file,
                                file ->
                                        CODE.relativize(file.getParent())
                                                .toString()
                                                .replace('/', '.')));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
