package org.childrensportal.themes.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
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
        try (WatchService edits = FileSystems.getDefault().newWatchService()) {
            watch.await(edits, arguments[0]);
        }
    }

    private void await(WatchService edits, String module) throws Exception {
        listen(edits);
        Map<Path, String> known = files();
        System.out.println("Watching " + module);
        while (true) {
            WatchKey edited = edits.take();
            edited.pollEvents();
            edited.reset();
            // A folder may be new.
            listen(edits);
            Map<Path, String> now = files();
            Set<Path> changed = new TreeSet<>(now.keySet());
            changed.removeIf(file -> now.get(file).equals(known.get(file)));
            if (!changed.isEmpty()) {
                take(changed);
                known.putAll(now);
            }
        }
    }

    /** A folder that is listened to already stays so. */
    private void listen(WatchService edits) throws IOException {
        for (Path top : List.of(resources, styles)) {
            try (Stream<Path> found = Files.walk(top)) {
                for (Path folder : found.filter(Files::isDirectory).toList()) {
                    folder.register(
                            edits,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY);
                }
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

    /** When each was last written, and how long it is: an editor may write in several steps. */
    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new HashMap<>();
        for (Path folder : List.of(resources, styles)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    File state = file.toFile();
                    files.put(file, state.lastModified() + ", " + state.length());
                }
            }
        }
        return files;
    }
}
