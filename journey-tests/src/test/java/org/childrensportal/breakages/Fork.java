package org.childrensportal.breakages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java process for one run. */
final class Fork {

    private static final long MINUTES = 20;

    /** What a cold server does not need: being changed while it runs. */
    private static final List<String> WARM =
            List.of(
                    "JAVA_OPTS_APPEND",
                    "KC_SPI_THEME__FOLDER__DIR",
                    "KC_SPI_THEME__CACHE_THEMES",
                    "KC_SPI_THEME__CACHE_TEMPLATES");

    private final List<String> command = new ArrayList<>();
    private final Path folder;

    /** One that runs in {@code folder}, with these classes before all others. */
    Fork(Path folder, List<Path> classPath, Map<String, String> properties) throws IOException {
        this.folder = Files.createDirectories(folder);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(
                Stream.concat(classPath.stream().map(Path::toString), Stream.of(ownClassPath()))
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** This process's own class path, whatever Surefire has put into a jar for brevity. */
    static String ownClassPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * Runs a test.
     *
     * @param classes the folder that its class is in
     * @return its fault, if it is red
     */
    Optional<String> test(TestName test, Path classes) throws IOException {
        Path log = folder.resolve(test.type() + ".log");
        int status = run(log, OneTest.class.getName(), classes.toString(), test.toString());
        if (status == 0) {
            return Optional.empty();
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(OneTest.FAULT))
                .findFirst()
                .map(line -> Optional.of(line.substring(OneTest.FAULT.length())))
                .orElseThrow(() -> new IllegalStateException("ended by itself, see " + log));
    }

    /** Runs a program that is expected to succeed. */
    void program(String type, String... arguments) throws IOException {
        Path log = folder.resolve(type + ".log");
        if (run(log, Stream.concat(Stream.of(type), Stream.of(arguments)).toArray(String[]::new))
                != 0) {
            throw new IllegalStateException(type + " failed, see " + log);
        }
    }

    private int run(Path log, String... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(WARM);
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException("not ended in time, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }
}
