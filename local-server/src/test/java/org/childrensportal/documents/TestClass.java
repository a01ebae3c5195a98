package org.childrensportal.documents;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class of the tests, as its source says.
 *
 * @param name without its package
 * @param source the whole file
 */
record TestClass(String name, String source) {

    private static final Pattern TAG = Pattern.compile("(?m)^@Tag\\(\"([^\"]+)\"\\)");
    private static final Pattern SKIPPED =
            Pattern.compile("@(?:Disabled|Enabled)\\w*|\\b(?:Assumptions|Assume)\\b");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\n]*\"");
    private static final Pattern RUN =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|Property|Example)\\b");
    private static final Pattern METHOD = Pattern.compile("\\b(?:void|boolean) (\\w+)\\(");

    /** The class that it extends, if it says so. */
    Optional<String> parent() {
        return Pattern.compile("\\bclass " + name + "\\b[^{]*? extends (\\w+)")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Whether only those that extend it are run. */
    boolean isAbstract() {
        return Pattern.compile("\\babstract class " + name + "\\b").matcher(source).find();
    }

    /** Its own JUnit tags. */
    Set<String> tags() {
        return TAG.matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Whether it, or some of it, is left out always or in some places. */
    boolean isSkipped() {
        return SKIPPED.matcher(TEXT.matcher(source).replaceAll("")).find();
    }

    /** The names of its tests. A blank line stands before each method and its annotations. */
    Set<String> methods() {
        return Stream.of(source.split("\n\\s*\n"))
                .filter(RUN.asPredicate())
                .flatMap(method -> METHOD.matcher(method).results().limit(1))
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
