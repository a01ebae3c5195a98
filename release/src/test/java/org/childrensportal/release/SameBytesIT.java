package org.childrensportal.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release that is built again")
class SameBytesIT {

    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final Path AGAIN = Path.of(System.getProperty("portal.again"));
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".idea", ".vscode");

    /** What a build might depend on, and must not: where, when, by whose settings. */
    private static final String ELSEWHERE = "-Duser.timezone=Pacific/Chatham -Duser.language=tr";

    @Test
    @DisplayName("in another folder, time zone and language is the same, byte by byte")
    void again() throws IOException, InterruptedException {
        deleteTree(AGAIN);
        copySources();
        build();
        assertThat(AGAIN.resolve("release/target/release/SHA256SUMS"))
                .hasSameTextualContentAs(ReleaseFiles.FOLDER.resolve("SHA256SUMS"));
    }

    private static void build() throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path log = AGAIN.resolve("build.log");
        ProcessBuilder builder =
                new ProcessBuilder(
                                AGAIN.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                                "-B",
                                "package",
                                "-Prelease",
                                "-pl",
                                "release",
                                "-am",
                                "-DskipTests",
                                "-Dspotless.check.skip",
                                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"))
                        .directory(AGAIN.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        // Those of the Maven that runs this.
        Stream.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR", "MAVEN_CMD_LINE_ARGS")
                .forEach(builder.environment()::remove);
        builder.environment().put("MAVEN_OPTS", ELSEWHERE);
        Process process = builder.start();
        assertThat(process.waitFor()).as(() -> lines(log)).isZero();
    }

    private static String lines(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private static void copySources() throws IOException {
        Files.walkFileTree(
                SOURCES,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (NOT_SOURCES.contains(folder.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(AGAIN.resolve(SOURCES.relativize(folder)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        // With the rights that new files have here, and today's date.
                        Path copy = AGAIN.resolve(SOURCES.relativize(file));
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                        copy.toFile().setExecutable(file.toFile().canExecute());
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
