package org.childrensportal.themes.build;

import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompiler;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compiles the style sheet when the jar is built, and puts it and the scripts into a folder that is
 * named by what is in them, so that browsers may keep them for ever and never show old ones.
 */
public final class BuildAssets {

    private static final int HASH_LENGTH = 16;

    private BuildAssets() {}

    /** Takes the style sheet's source, and the theme as it was copied to the classes. */
    public static void main(String[] arguments) throws Exception {
        Path source = Path.of(arguments[0]);
        Path theme = Path.of(arguments[1]);
        Path login = theme.resolve("login/resources");
        SortedMap<String, String> assets = new TreeMap<>();
        assets.put("css/portal.css", compile(source));
        for (Path script : files(login.resolve("js"))) {
            assets.put("js/" + script.getFileName(), Files.readString(script));
        }
        String folder = hash(assets);
        removeEarlier(login);
        for (var asset : assets.entrySet()) {
            write(login.resolve(folder).resolve(asset.getKey()), asset.getValue());
        }
        // For the page that is shown when nothing else works: it cannot know the folder.
        write(login.resolve("css/portal.css"), assets.get("css/portal.css"));
        for (String type : List.of("login", "welcome")) {
            Path properties = theme.resolve(type).resolve("theme.properties");
            Files.writeString(
                    properties,
                    Files.readString(properties)
                            .replaceFirst("(?m)^assets=.*$", "assets=" + folder));
        }
    }

    private static String compile(Path source) throws Exception {
        try (SassCompiler sass = SassCompilerFactory.bundled()) {
            sass.setOutputStyle(OutputStyle.COMPRESSED);
            sass.setQuietDeps(true);
            // govuk-frontend 5 is written with @import.
            sass.addSilenceDeprecation("import");
            sass.addSilenceDeprecation("if-function");
            sass.registerImporter(new GovukFrontend().autoCanonicalize());
            return sass.compileFile(source.toFile()).getCss();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What builds before this one made. */
    private static void removeEarlier(Path resources) throws IOException {
        if (!Files.exists(resources)) {
            return;
        }
        for (Path folder : files(resources)) {
            if (folder.getFileName().toString().matches("[0-9a-f]{" + HASH_LENGTH + "}")) {
                for (String part : List.of("css", "js")) {
                    for (Path file : files(folder.resolve(part))) {
                        Files.delete(file);
                    }
                    Files.delete(folder.resolve(part));
                }
                Files.delete(folder);
            }
        }
    }

    private static String hash(SortedMap<String, String> assets) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        assets.forEach(
                (name, content) ->
                        digest.update((name + "\n" + content).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
