package org.childrensportal.themes.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Brings what is edited in the theme's sources to the theme that a running server reads from {@code
 * target/classes}, for {@code PORTAL_DEV=true ./mvnw -Prun}: templates, messages and settings as
 * they are, style sheet and scripts as the build makes them.
 */
public final class WatchTheme {

    private static final long PAUSE_MILLISECONDS = 300;

    private final Path resources;
    private final Path styles;
    private final Path classes;

    private WatchTheme(Path module) {
        this.resources = module.resolve("src/main/resources");
        this.styles = module.resolve("src/main/sass");
        this.classes = module.resolve("target/classes");
    }

    /** Watches the module's folder, which is the one argument, until it is told to stop. */
    public static void main(String[] arguments) throws Exception {
        WatchTheme watch = new WatchTheme(Path.of(arguments[0]));
        Map<Path, Long> known = watch.files();
        System.out.println("Watching " + arguments[0]);
        while (true) {
            Thread.sleep(PAUSE_MILLISECONDS);
            Map<Path, Long> now = watch.files();
            Set<Path> changed = new TreeSet<>(now.keySet());
            changed.removeIf(file -> now.get(file).equals(known.get(file)));
            if (!changed.isEmpty()) {
                watch.take(changed);
                known.putAll(now);
            }
        }
    }

    private void take(Set<Path> changed) {
        try {
            boolean assets = false;
            for (Path file : changed) {
                if (file.startsWith(resources)) {
                    Path copy = classes.resolve(resources.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                assets |= isAsset(file);
            }
            if (assets) {
                BuildAssets.main(
                        new String[] {
                            styles.resolve("portal.scss").toString(),
                            classes.resolve("theme/childrens-portal").toString()
                        });
            }
            System.out.println("Reloaded " + changed);
        } catch (Exception e) {
            // A mistake in what is being edited: said, and waited for the next edit.
            System.out.println("Not reloaded, " + e.getMessage());
        }
    }

    /** Whether the name of the folder with style sheet and scripts depends on it, or names it. */
    private static boolean isAsset(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".scss") || name.endsWith(".js") || name.equals("theme.properties");
    }

    private Map<Path, Long> files() throws IOException {
        Map<Path, Long> files = new HashMap<>();
        for (Path folder : List.of(resources, styles)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(file, file.toFile().lastModified());
                }
            }
        }
        return files;
    }
}
