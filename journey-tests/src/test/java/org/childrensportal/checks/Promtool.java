package org.childrensportal.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus's own tool, of Debian's package {@code prometheus}. */
public final class Promtool {

    private static final String ABSENT =
            "%s cannot be run: install Prometheus 2.42 or newer (Debian: apt-get install"
                    + " prometheus)";

    private Promtool() {}

    /**
     * What came of a command.
     *
     * @param status 0 if all is well
     * @param output all that it said
     */
    public record Answer(int status, String output) {}

    /**
     * Runs {@code promtool}.
     *
     * @throws AssertionError if it is not there
     */
    public static Answer run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        try {
            Process process = start(builder);
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts a program of Prometheus.
     *
     * @throws AssertionError if it is not there, saying what to install
     */
    public static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(ABSENT.formatted(builder.command().get(0)), e);
        }
    }
}
