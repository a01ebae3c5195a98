package org.childrensportal.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What can be said to {@code ./mvnw} in this project. */
final class MavenCommands {

    private static final Set<String> PHASES =
            Set.of("clean", "validate", "compile", "test", "package", "verify");
    private static final Set<String> SWITCHES = Set.of("-B", "-am", "-ntp", "-o", "-pl", "-q");

    /** Of Maven's own plugins, and of a test. */
    private static final Set<String> PROPERTIES =
            Set.of(
                    "failsafe.failIfNoSpecifiedTests",
                    "fuzz.seed",
                    "it.test",
                    "maven.failsafe.debug",
                    "maven.surefire.debug",
                    "skipTests",
                    "surefire.failIfNoSpecifiedTests",
                    "test");

    private static final Set<String> TESTS = Set.of("it.test", "journey", "test");
    private static final String NO_TEST = "none";

    private final Set<String> profiles = new HashSet<>();
    private final Set<String> plugins = new HashSet<>();
    private final Set<String> properties = new HashSet<>(PROPERTIES);
    private final Set<String> modules = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<Profile> switched = new ArrayList<>();
    private TestClasses tests;

    /** A profile: the options that switch it on, and its properties. */
    private record Profile(Set<String> switches, Map<String, String> values) {

        static Profile of(Node profile) {
            Stream<String> byId = texts(profile, "id").map("-P"::concat);
            Stream<String> byProperty =
                    texts(profile, "activation/property/name").map("-D"::concat);
            return new Profile(
                    Stream.concat(byId, byProperty).collect(Collectors.toSet()),
                    MavenCommands.values(profile, "properties/*"));
        }
    }

    private MavenCommands() {}

    /** Reads the POMs and the tests of the project in {@code root}. */
    static MavenCommands of(Path root) throws Exception {
        MavenCommands commands = new MavenCommands();
        commands.read(root.resolve("pom.xml"));
        for (String module : List.copyOf(commands.modules)) {
            commands.read(root.resolve(module).resolve("pom.xml"));
        }
        commands.tests = TestClasses.of(root, commands.modules);
        return commands;
    }

    /** The tests of the project. */
    TestClasses tests() {
        return tests;
    }

    private void read(Path pom) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(pom.toFile());
        values.putAll(values(document, "/project/properties/*"));
        nodes(document, "/project/profiles/profile").map(Profile::of).forEach(switched::add);
        texts(document, "//profile/id").forEach(profiles::add);
        texts(document, "//module").forEach(modules::add);
        texts(document, "//plugin/artifactId").forEach(plugins::add);
        nodes(document, "//properties/*").map(Node::getNodeName).forEach(properties::add);
        texts(document, "//activation/property/name").forEach(properties::add);
    }

    /**
     * The properties that the POMs have by the options of a command, such as {@code -Pnodes} or
     * {@code -Donce}; those of a profile go before the others.
     */
    Map<String, String> propertiesBy(Set<String> options) {
        Set<String> names =
                options.stream()
                        .map(one -> one.replaceFirst("=.*", ""))
                        .collect(Collectors.toSet());
        Map<String, String> found = new HashMap<>(values);
        switched.stream()
                .filter(profile -> profile.switches().stream().anyMatch(names::contains))
                .forEach(profile -> found.putAll(profile.values()));
        return found;
    }

    private static Map<String, String> values(Node pom, String path) {
        return nodes(pom, path)
                .collect(
                        Collectors.toMap(Node::getNodeName, node -> node.getTextContent().strip()));
    }

    private static Stream<String> texts(Node pom, String path) {
        return nodes(pom, path).map(Node::getTextContent).map(String::strip);
    }

    private static Stream<Node> nodes(Node pom, String path) {
        try {
            XPath xpath = XPathFactory.newDefaultInstance().newXPath();
            NodeList found = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** What is wrong with the words after {@code ./mvnw}, if anything. */
    Optional<String> fault(String arguments) {
        String before = "";
        for (String argument : arguments.strip().split("\\s+")) {
            Optional<String> fault =
                    before.equals("-pl")
                            ? unless(modules::contains, "module", argument)
                            : faultOf(argument);
            if (fault.isPresent()) {
                return fault;
            }
            before = argument;
        }
        return Optional.empty();
    }

    private Optional<String> faultOf(String argument) {
        if (argument.startsWith("-P")) {
            return Stream.of(argument.substring(2).split(","))
                    .flatMap(id -> unless(profiles::contains, "profile", id).stream())
                    .findFirst();
        }
        if (argument.startsWith("-D")) {
            return property(argument.substring(2).split("=", 2));
        }
        if (argument.startsWith("-")) {
            return unless(SWITCHES::contains, "option", argument);
        }
        return unless(
                goal ->
                        PHASES.contains(goal)
                                || plugins.contains(goal.replaceFirst(":.*", "-maven-plugin")),
                "goal",
                argument);
    }

    private Optional<String> property(String[] nameAndValue) {
        Optional<String> fault = unless(properties::contains, "property", nameAndValue[0]);
        if (fault.isPresent() || !TESTS.contains(nameAndValue[0])) {
            return fault;
        }
        for (String test : nameAndValue[1].replace("'", "").split(",")) {
            if (!test.equals(NO_TEST) && !isTest(test)) {
                return Optional.of("there is no test " + test);
            }
        }
        return Optional.empty();
    }

    /** Whether there is such a class, and the method that may be named after it. */
    private boolean isTest(String name) {
        String[] parts = name.split("#", 2);
        return tests.named(parts[0])
                .filter(test -> parts.length == 1 || tests.has(test, parts[1]))
                .isPresent();
    }

    private static Optional<String> unless(Predicate<String> known, String what, String name) {
        return known.test(name)
                ? Optional.empty()
                : Optional.of("there is no " + what + " " + name);
    }
}
