package org.childrensportal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The theme as it is being edited: a server with {@link #options()} reads it from the module's
 * {@code target/classes} at each request, and {@link #watch()} brings there what changes in the
 * sources.
 */
final class LiveTheme {

    private static final String WATCH = "org.childrensportal.themes.build.WatchTheme";

    private final Path module;

    private LiveTheme(Path module) {
        this.module = module;
    }

    /**
     * The theme of the build.
     *
     * @throws IllegalStateException if the build did not say where its sources are
     */
    static LiveTheme ofTheBuild() {
        String module = System.getProperty("portal.themes.module");
        if (module == null) {
            throw new IllegalStateException(
                    "PORTAL_DEV needs ./mvnw -Prun, which says where the theme is.");
        }
        return new LiveTheme(Path.of(module).toAbsolutePath().normalize());
    }

    /** Options of {@code kc.sh start}: nothing of a theme is kept. */
    List<String> options() {
        return List.of(
                "--spi-theme--folder--dir=" + module.resolve("target/classes/theme"),
                "--spi-theme--cache-themes=false",
                "--spi-theme--cache-templates=false",
                "--spi-theme--static-max-age=-1");
    }

    /** Starts the process that watches the sources; it says on this one's output what it does. */
    void watch() {
        try {
            String libraries = Files.readString(module.resolve("target/class-path.txt")).strip();
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            module.resolve("target/test-classes")
                                    + System.getProperty("path.separator")
                                    + libraries,
                            WATCH,
                            module.toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
