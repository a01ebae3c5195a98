package org.childrensportal.breakages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.childrensportal.breakages.UnifiedDiff.DoesNotApply;

/** The project's files, read where they are and changed elsewhere only. */
final class Project {

    /** The project's folder. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What the runner writes; nothing is kept there from one run to the next. */
    static final Path WORK = Path.of("target/breakages").toAbsolutePath();

    private Project() {}

    /**
     * The changed files with what stands in them then, by their paths in the project.
     *
     * @throws DoesNotApply if the project has changed where the change is
     */
    static Map<String, String> changedBy(UnifiedDiff diff) throws DoesNotApply {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String path : diff.paths()) {
            changed.put(path, diff.applied(path, read(ROOT.resolve(path))));
        }
        return changed;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes texts below {@code folder}, by their paths. */
    static void write(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    /** The folder with nothing in it. */
    static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** The files below {@code folder}, by their paths there. */
    static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    /** Copies what is in a folder over what is in another. */
    static void copy(Path folder, Path target) throws IOException {
        for (Path file : filesIn(folder)) {
            Path copy = target.resolve(file.toString());
            Files.createDirectories(copy.getParent());
            Files.copy(folder.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A jar, copied to {@code folder}, in which the files below {@code changes} are others. */
    static Path jar(Path jar, Path changes, Path folder) throws IOException {
        Path copy = Files.createDirectories(folder).resolve(jar.getFileName());
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(copy)) {
            copy(changes, inside.getPath("/"));
        }
        return copy;
    }
}
