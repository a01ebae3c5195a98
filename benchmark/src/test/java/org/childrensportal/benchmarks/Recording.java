package org.childrensportal.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A recording of what one side's server is at during a deed, by the Flight Recorder of its JVM. */
final class Recording {

    private static final String NAME = "benchmark";

    private final Side side;
    private final Deed deed;
    private final Path file;

    Recording(Side side, Deed deed) {
        this.side = side;
        this.deed = deed;
        this.file = Side.FOLDER.resolve("profile-" + side + "-" + deed.file() + ".jfr");
    }

    void start() {
        command("JFR.start", "name=" + NAME, "settings=profile");
    }

    Profile stop() {
        command("JFR.stop", "name=" + NAME, "filename=" + file);
        return Profile.of(side.name(), deed, file);
    }

    private void command(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                String.valueOf(side.pid())));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
