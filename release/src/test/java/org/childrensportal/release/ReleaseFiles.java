package org.childrensportal.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the build has made to be published. */
final class ReleaseFiles {

    /** Where it is. */
    static final Path FOLDER = Path.of(System.getProperty("portal.release"));

    /** Its version. */
    static final String VERSION = System.getProperty("portal.version");

    /** The provider jar and the theme jar. */
    static final Path EXTENSION = FOLDER.resolve("extension-" + VERSION + ".jar");

    static final Path THEMES = FOLDER.resolve("themes-" + VERSION + ".jar");

    /** All of it in one file. */
    static final Path ZIP = FOLDER.resolve("childrens-portal-" + VERSION + ".zip");

    private ReleaseFiles() {}

    /** The files in a zip or a jar, by their paths in it, without a slash before them. */
    static Map<String, byte[]> in(Path zip) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            return under(files.getPath("/"));
        }
    }

    /** The files in a folder, by their paths in it. */
    static Map<String, byte[]> under(Path folder) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return found;
    }
}
