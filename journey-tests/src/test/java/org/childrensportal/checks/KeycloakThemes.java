package org.childrensportal.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The texts of one kind of theme as the server has them: Keycloak's base theme, and over it what
 * the portal's two jars bring.
 */
public final class KeycloakThemes {

    private static final String THEME = "theme/childrens-portal/";

    private final String kind;
    private final Path base;

    /** Of {@code kind}, which is {@code login} or {@code email}, in the server of this folder. */
    public KeycloakThemes(String kind, Path server) {
        this.kind = kind;
        this.base = KeycloakCode.jar(server, "org.keycloak.keycloak-themes-");
    }

    /** The messages of Keycloak's base theme, in English. */
    public Map<String, String> keycloaks() {
        return messages(base, "theme/base/" + kind + "/messages/messages_en.properties");
    }

    /** The messages of the portal in one language. */
    public Map<String, String> portals(String language) {
        String file = "/messages/messages_" + language + ".properties";
        Map<String, String> messages = messages(jar("extension"), "theme-resources" + file);
        messages.putAll(messages(jar("themes"), THEME + kind + file));
        return messages;
    }

    /** The portal's templates, by name. */
    public Map<String, String> portalsTemplates() {
        Map<String, String> templates = templates(jar("extension"), "theme-resources/templates");
        templates.putAll(templates(jar("themes"), THEME + kind));
        return templates;
    }

    /** Keycloak's templates that the portal has none of its own for, by name. */
    public Map<String, String> inheritedTemplates() {
        Map<String, String> templates = templates(base, "theme/base/" + kind);
        templates.keySet().removeAll(portalsTemplates().keySet());
        return templates;
    }

    /** The keys, or their beginnings, that nobody is shown. */
    public static Set<String> notShown() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (InputStream file =
                KeycloakThemes.class.getResourceAsStream("/keycloak-texts-not-shown.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(keys::add);
        }
        return keys;
    }

    private static Path jar(String module) {
        return Path.of(System.getProperty("portal." + module));
    }

    private static Map<String, String> messages(Path jar, String name) {
        Properties messages = new Properties();
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Reader reader = Files.newBufferedReader(files.getPath(name))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byKey = new TreeMap<>();
        messages.stringPropertyNames().forEach(key -> byKey.put(key, messages.getProperty(key)));
        return byKey;
    }

    private static Map<String, String> templates(Path jar, String folder) {
        Map<String, String> byName = new TreeMap<>();
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path top = files.getPath(folder);
            if (!Files.exists(top)) {
                return byName;
            }
            try (Stream<Path> all = Files.walk(top)) {
                for (Path file : all.filter(path -> path.toString().endsWith(".ftl")).toList()) {
                    byName.put(top.relativize(file).toString(), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byName;
    }
}
