package org.childrensportal.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Programs of this machine that are run to their end.
 *
 * @param folder that they run in
 * @param environment what they have beside this process's own variables
 */
record Command(Path folder, Map<String, String> environment) {

    /**
     * Runs one; answers what it printed, without its errors, which go where ours go.
     *
     * @throws IllegalStateException if it failed; it says with what
     */
    String run(List<String> words) {
        return run(words, ProcessBuilder.Redirect.INHERIT);
    }

    private String run(List<String> words, ProcessBuilder.Redirect errors) {
        Process process = start(words, errors);
        try {
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(
                        "status %d of %s:%n%s".formatted(status, words, printed));
            }
            return printed.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether one is there and ends well. */
    boolean succeeds(List<String> words) {
        try {
            run(words, ProcessBuilder.Redirect.DISCARD);
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            // That it does not is the answer.
            return false;
        }
    }

    private Process start(List<String> words, ProcessBuilder.Redirect errors) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectError(errors)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
