package org.childrensportal.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What documents name in code, beside commands for Maven, and whether it is there. */
final class NamedThings {

    /** Folders of what is kept. */
    private static final String TOP =
            "docs|docker|extension|themes|realm-config|local-server|journey-tests|benchmark|kubernetes"
                + "|as-code|\\.ci";

    private static final Set<String> SERVER_COMMANDS =
            Set.of(
                    "bootstrap-admin",
                    "build",
                    "export",
                    "import",
                    "show-config",
                    "start",
                    "start-dev",
                    "update-compatibility");
    private static final Set<String> ADMIN_COMMANDS =
            Set.of("add-roles", "config", "create", "delete", "get", "set-password", "update");
    private static final Set<String> ADMIN_OPTIONS =
            Set.of(
                    "-b",
                    "-f",
                    "-i",
                    "-m",
                    "-n",
                    "-o",
                    "-q",
                    "-r",
                    "-s",
                    "--cclientid",
                    "--config",
                    "--fields",
                    "--format",
                    "--noquotes",
                    "--password",
                    "--realm",
                    "--rname",
                    "--rolename",
                    "--server",
                    "--user",
                    "--uusername");
    private static final Set<String> CURL_OPTIONS =
            Set.of("--data", "--fail", "--header", "--silent", "--show-error", "--user");
    private static final Set<String> COMPOSE_COMMANDS =
            Set.of(
                    "build", "config", "cp", "down", "exec", "kill", "logs", "ps", "pull",
                    "restart", "run", "start", "stop", "up");

    /** An option, on the line of the command that it is for and before any other command. */
    private static final String OPTION = " [^|&;]{0,2000})(?<=[ ])(--?[a-z][a-z-]*)\\b";

    private static final String COMPOSE = "docker compose (?:-f \\S+ )?";

    /**
     * A kind of thing.
     *
     * @param what what a fault calls it
     * @param named where its name is, as the only group
     * @param known whether there is one of that name
     */
    private record Kind(String what, Pattern named, Predicate<String> known) {

        Stream<String> faults(String code) {
            return named.matcher(code)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(known.negate())
                    .map(name -> "there is no " + what + " " + name);
        }
    }

    private final List<Kind> kinds;

    private NamedThings(List<Kind> kinds) {
        this.kinds = kinds;
    }

    /** Those of the project in {@code root}. */
    static NamedThings of(Path root) throws IOException {
        String sources = sources(root);
        Predicate<String> inSources = sources::contains;
        return new NamedThings(
                List.of(
                        kind("file", "^((?:" + TOP + ")/[^\\s…*]+)$", there(root)),
                        kind("file", "docker compose -f (\\S+)", there(root)),
                        kind("file", "\\b(docker-compose[\\w.-]*\\.yml)", there(root)),
                        kind("test", "^([A-Z]\\w+(?:IT|Test|Benchmark))$", isTest(sources)),
                        kind("variable", "\\b(PORTAL_[A-Z_]+)\\b", inSources),
                        kind("id", "(?<![\\w./-])(portal-[a-z]+(?:-[a-z]+)*)\\b", inSources),
                        kind("port", "localhost(:\\d{4,5})", inSources),
                        kind("command kc.sh", "\\bkc\\.sh ([a-z-]+)", SERVER_COMMANDS::contains),
                        kind(
                                "command kcadm.sh",
                                "\\bkcadm\\.sh ([a-z-]+)",
                                ADMIN_COMMANDS::contains),
                        kind(
                                "option of kcadm.sh",
                                "(?<=\\bkcadm\\.sh" + OPTION,
                                ADMIN_OPTIONS::contains),
                        kind("option of curl", "(?<=\\bcurl" + OPTION, CURL_OPTIONS::contains),
                        kind(
                                "admin request",
                                "\\bkcadm\\.sh \\w+ portal/([a-z-]+)",
                                path -> sources.contains("@Path(\"" + path + "\")")),
                        kind(
                                "command docker compose",
                                COMPOSE + "([a-z]+)",
                                COMPOSE_COMMANDS::contains),
                        kind(
                                "service",
                                COMPOSE + "(?:exec|logs|restart|stop) (?:-\\S+ )*([a-z]+)",
                                service -> sources.contains("\n  " + service + ":\n"))));
    }

    private static Kind kind(String what, String named, Predicate<String> known) {
        return new Kind(what, Pattern.compile(named), known);
    }

    /** What is built is not looked for. */
    private static Predicate<String> there(Path root) {
        return name -> name.contains("target/") || Files.exists(root.resolve(name));
    }

    private static Predicate<String> isTest(String sources) {
        return test -> sources.contains("\n" + test + ".java\n");
    }

    /** All that is kept but documents: the name of each file, and what is in it. */
    private static String sources(Path root) throws IOException {
        return KeptFiles.under(root).stream()
                .filter(file -> !file.toString().matches(".*\\.(md|png|jar)"))
                .map(NamedThings::text)
                .collect(Collectors.joining("\n"));
    }

    /** Whatever it is written in: names are ASCII. Of the tests of documents the name only. */
    private static String text(Path file) {
        String name = "\n" + file.getFileName() + "\n";
        try {
            return file.getParent().endsWith("documents")
                    ? name
                    : name + Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a line of code in a document, if anything. */
    Optional<String> fault(String code) {
        return kinds.stream().flatMap(kind -> kind.faults(code)).findFirst();
    }
}
