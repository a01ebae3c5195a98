package org.childrensportal.breakages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The theme's files as servers read them at each request, from a folder that the profile names to
 * them.
 */
final class LiveTheme {

    private static final String SOURCES = "themes/src/main/";
    private static final String RESOURCES = SOURCES + "resources/theme/";
    private static final String BUILD = "org.childrensportal.themes.build.BuildAssets";
    private static final Path MODULE = Project.ROOT.resolve("themes");
    private static final Path FOLDER = Project.WORK.resolve("theme");

    private LiveTheme() {}

    /** Whether a file of the project is one that is read so. */
    static boolean has(String path) {
        return path.startsWith(SOURCES);
    }

    /** The theme as the build made it. */
    static void restore() throws IOException {
        Project.copy(MODULE.resolve("target/classes/theme"), Project.emptied(FOLDER));
    }

    /** Files of the sources as they are to be, by their paths in the project. */
    static void change(Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getKey().startsWith(RESOURCES)) {
                Files.writeString(
                        FOLDER.resolve(text.getKey().substring(RESOURCES.length())),
                        text.getValue());
            }
        }
        if (texts.keySet().stream()
                .anyMatch(path -> path.matches(".*(\\.scss|\\.js|theme\\.properties)"))) {
            buildAssets(texts);
        }
    }

    /** Scripts and the style sheet are served from a folder that is named by what they are. */
    private static void buildAssets(Map<String, String> texts) throws IOException {
        Path sources = Project.emptied(Project.WORK.resolve("sources"));
        Project.copy(Project.ROOT.resolve(SOURCES + "sass"), sources.resolve(SOURCES + "sass"));
        Project.write(sources, texts);
        List<Path> libraries =
                Arrays.stream(
                                Files.readString(MODULE.resolve("target/class-path.txt"))
                                        .strip()
                                        .split(File.pathSeparator))
                        .map(Path::of)
                        .toList();
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(0, MODULE.resolve("target/test-classes"));
        new Fork(Project.WORK.resolve("build"), classPath, Map.of())
                .program(
                        BUILD,
                        sources.resolve(SOURCES + "sass/portal.scss").toString(),
                        FOLDER.resolve("childrens-portal").toString());
    }
}
