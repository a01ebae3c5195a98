package org.childrensportal.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs that tests need beside a JDK: found, else installed where that may be done, else
 * asked for before anything is built. Maven runs this file as it is, so it needs no other class.
 */
public final class NeededPrograms {

    /**
     * A program.
     *
     * @param title what people call it
     * @param names of its file, here and there
     * @param packages that Debian has it in
     */
    private record Program(String title, List<String> names, List<String> packages) {}

    /** By the names that its driver looks for, in that order. */
    private static final Program BROWSER =
            new Program(
                    "Chromium or Chrome",
                    List.of(
                            "google-chrome",
                            "chrome",
                            "chromium",
                            "chromium-browser",
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                            "C:\\Program Files\\Google\\Chrome\\Application\\chrome"),
                    List.of("chromium", "fonts-liberation"));

    private static final Program DRIVER =
            new Program("its driver", List.of("chromedriver"), List.of("chromium-driver"));
    private static final Program DATABASE =
            new Program("MariaDB", List.of("mariadbd"), List.of("mariadb-server"));

    private static final Program WATCH =
            new Program("Prometheus", List.of("promtool"), List.of("prometheus"));

    private static final Program ENGINE =
            new Program("Docker's engine", List.of("dockerd"), List.of("docker.io"));

    /** Makes stand-ins for images where no registry is reached, see docker/test/engine.sh. */
    private static final Program IMAGES =
            new Program("mmdebstrap", List.of("mmdebstrap"), List.of("mmdebstrap"));

    /** A program of its own, where the engine's command does not have it built in. */
    private static final Program COMPOSE =
            new Program("Docker Compose", List.of("docker-compose"), List.of("docker-compose"));

    /** What Selenium fetches by itself. */
    private static final List<Program> SELENIUMS = List.of(BROWSER, DRIVER);

    /** The phases in which journeys are run, and those after them. */
    private static final Set<String> WITH_JOURNEYS =
            Set.of("integration-test", "verify", "install", "deploy");

    private static final Pattern WITHOUT_JOURNEYS =
            Pattern.compile("-D(skipTests|skipITs|maven\\.test\\.skip)(=true)?");
    private static final Pattern PROFILES = Pattern.compile("-P(.+)");
    private static final Set<String> WITH_BROWSER = Set.of("benchmark", "break");
    private static final Set<String> WITHOUT_BROWSER = Set.of("release", "run");
    private static final Pattern MAJOR_VERSION = Pattern.compile("(\\d+)\\.\\d");

    /** Where Selenium's own manager gets a browser and its driver. */
    private static final URI SELENIUMS_SOURCE = URI.create("https://googlechromelabs.github.io/");

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Path> folders;
    private final BooleanSupplier canBeFetched;
    private final Consumer<String> people;

    /**
     * Those of a machine.
     *
     * @param folders where its programs are
     * @param canBeFetched whether Selenium can fetch a browser and its driver
     * @param people are told what is missing, and what is done about it
     */
    NeededPrograms(List<Path> folders, BooleanSupplier canBeFetched, Consumer<String> people) {
        this.folders = folders;
        this.canBeFetched = canBeFetched;
        this.people = people;
    }

    /**
     * Looks for what the Maven command needs that runs this. The one argument is a file, which is
     * there afterwards if something is missing, for Maven to end without a stack trace.
     */
    public static void main(String[] arguments) throws IOException {
        String command = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "");
        Path missing = Path.of(arguments[0]);
        Files.deleteIfExists(missing);
        if (!ofThisMachine().areThereFor(command)) {
            Files.createDirectories(missing.getParent());
            Files.createFile(missing);
        }
    }

    /** The driver of this machine's Chromium, if it has one. */
    public static Optional<Path> driver() {
        return ofThisMachine().find(DRIVER);
    }

    private static NeededPrograms ofThisMachine() {
        // Debian's place for servers is not in everybody's PATH.
        String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
        return new NeededPrograms(
                Stream.of(path.split(File.pathSeparator)).map(Path::of).toList(),
                NeededPrograms::isSourceReached,
                System.out::println);
    }

    private static boolean isSourceReached() {
        HttpClient http =
                HttpClient.newBuilder()
                        .proxy(ProxySelector.getDefault())
                        .connectTimeout(PATIENCE)
                        .build();
        HttpRequest look =
                HttpRequest.newBuilder(SELENIUMS_SOURCE)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .timeout(PATIENCE)
                        .build();
        try {
            http.send(look, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            // Not from here: that is the answer.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether everything is there, or has been put there now.
     *
     * @param command the words after {@code ./mvnw}
     */
    boolean areThereFor(String command) {
        List<Program> needed = neededBy(List.of(command.strip().split("\\s+")));
        List<Program> missing = missing(needed);
        return (missing.isEmpty() || areProvided(missing))
                && (!needed.contains(DRIVER) || areOfOneVersion());
    }

    private List<Program> neededBy(List<String> command) {
        Set<String> profiles =
                command.stream()
                        .map(PROFILES::matcher)
                        .filter(Matcher::matches)
                        .flatMap(found -> Stream.of(found.group(1).split(",")))
                        .collect(Collectors.toSet());
        boolean runsJourneys =
                (command.stream().anyMatch(WITH_JOURNEYS::contains)
                                && profiles.stream().noneMatch(WITHOUT_BROWSER::contains))
                        || profiles.stream().anyMatch(WITH_BROWSER::contains);
        if (!runsJourneys || command.stream().anyMatch(WITHOUT_JOURNEYS.asMatchPredicate())) {
            return List.of();
        }
        if (profiles.contains("mariadb")) {
            return List.of(DATABASE);
        }
        if (profiles.contains("containers")) {
            return containers();
        }
        return profiles.isEmpty() ? List.of(BROWSER, DRIVER, WATCH) : SELENIUMS;
    }

    private List<Program> containers() {
        Stream<Program> engine =
                answers("docker", "info") ? Stream.empty() : Stream.of(ENGINE, IMAGES);
        Stream<Program> compose =
                answers("docker", "compose", "version") ? Stream.empty() : Stream.of(COMPOSE);
        return Stream.concat(engine, compose).toList();
    }

    private boolean answers(String program, String... words) {
        return program(program)
                .flatMap(file -> answer(plus(List.of(file), List.of(words))))
                .isPresent();
    }

    private boolean areProvided(List<Program> missing) {
        String packages = String.join(" ", packages(missing));
        Optional<List<String>> installer = installer();
        if (installer.isPresent()) {
            people.accept("The tests need what is not here yet. Installing: " + packages);
            return areInstalled(missing, installer.get());
        }
        boolean seleniums = SELENIUMS.containsAll(missing) && program("apt-get").isEmpty();
        if (seleniums && canBeFetched.getAsBoolean()) {
            people.accept("Chrome or its driver is not here. Selenium fetches what it lacks.");
            return true;
        }
        people.accept(
                """

                The tests need programs that are not here. Install them, then run this again.
                  missing:          %s
                  Debian, as root:  apt-get install %s
                  elsewhere:        put them on the PATH; a driver is called chromedriver
                Without them, ./mvnw -Prun starts the portal and ./mvnw test tests its parts.
                """
                        .formatted(
                                missing.stream()
                                        .map(program -> program.title)
                                        .collect(Collectors.joining(", ")),
                                packages));
        return false;
    }

    /** {@code apt-get} as root, or by a sudo that asks for no password. */
    private Optional<List<String>> installer() {
        Optional<String> apt = program("apt-get");
        Optional<String> user = program("id").flatMap(id -> answer(List.of(id, "-u")));
        if (apt.isEmpty() || user.equals(Optional.of("0"))) {
            return apt.map(List::of);
        }
        return program("sudo")
                .map(sudo -> List.of(sudo, "-n"))
                .filter(sudo -> answer(plus(sudo, List.of("true"))).isPresent())
                .map(sudo -> plus(sudo, List.of(apt.get())));
    }

    private boolean areInstalled(List<Program> missing, List<String> installer) {
        List<String> quietly =
                List.of("-y", "-o", "Dpkg::Use-Pty=0", "install", "--no-install-recommends");
        boolean done =
                succeeds(plus(installer, List.of("update")))
                        && succeeds(plus(installer, plus(quietly, packages(missing))))
                        && missing(missing).isEmpty();
        if (!done) {
            people.accept("apt-get did not install them. What it says about it is above.");
        }
        return done;
    }

    private static List<String> packages(List<Program> programs) {
        return programs.stream().flatMap(program -> program.packages.stream()).toList();
    }

    /** A driver drives a browser of its own version only, and says so late and many times. */
    private boolean areOfOneVersion() {
        Optional<String> browser = version(BROWSER);
        Optional<String> driver = version(DRIVER);
        if (browser.isEmpty() || driver.isEmpty() || browser.equals(driver)) {
            return true;
        }
        people.accept(
                "%s is version %s, but %s is version %s. Install the same version of both."
                        .formatted(
                                find(BROWSER).orElseThrow(), browser.get(),
                                find(DRIVER).orElseThrow(), driver.get()));
        return false;
    }

    private Optional<String> version(Program program) {
        return find(program)
                .flatMap(file -> answer(List.of(file.toString(), "--version")))
                .map(MAJOR_VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private List<Program> missing(List<Program> needed) {
        return needed.stream().filter(program -> find(program).isEmpty()).toList();
    }

    private Optional<Path> find(Program program) {
        return program.names.stream()
                .flatMap(name -> program(name).stream())
                .map(Path::of)
                .findFirst();
    }

    private Optional<String> program(String name) {
        return folders.stream()
                .flatMap(folder -> Stream.of(folder.resolve(name), folder.resolve(name + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString)
                .findFirst();
    }

    /** What a command says, if it ends well and soon. */
    private static Optional<String> answer(List<String> command) {
        return ended(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD),
                process -> process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private static boolean succeeds(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return ended(builder, process -> process.waitFor() == 0).isPresent();
    }

    /** How a process is waited for, and whether it was worth it. */
    private interface Ending {
        boolean of(Process process) throws InterruptedException;
    }

    private static Optional<String> ended(ProcessBuilder command, Ending ending) {
        try {
            Process process = command.start();
            if (!ending.of(process) || process.exitValue() != 0) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", e);
        }
    }

    private static List<String> plus(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
