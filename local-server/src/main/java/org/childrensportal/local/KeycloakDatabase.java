package org.childrensportal.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The database of the server in a folder. It can be kept from one start to the next while what it
 * was made with stays the same: a realm that is there already is not imported again.
 */
public final class KeycloakDatabase {

    private final Path files;
    private final Path origin;

    private KeycloakDatabase(Path files, Path origin) {
        this.files = files;
        this.origin = origin;
    }

    /** The database of the installation in {@code folder}, whether there is one yet or not. */
    public static KeycloakDatabase in(Path folder) {
        return new KeycloakDatabase(
                folder.resolve("keycloak/data/h2"), folder.resolve("database.properties"));
    }

    /** One that is kept apart, in a folder of its own. */
    public static KeycloakDatabase keptIn(Path files) {
        return new KeycloakDatabase(
                files, files.resolveSibling(files.getFileName() + ".properties"));
    }

    /** Empties it: the next start makes a new one. */
    public void empty() {
        try {
            // First, so that a database half deleted or half made is not taken for a whole one.
            Files.deleteIfExists(origin);
            Folders.delete(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties it unless it was made with {@code environment}. */
    public void keepIfMadeWith(Map<String, String> environment) {
        if (!environment.equals(madeWith())) {
            empty();
        }
    }

    /** Notes that a server has started with {@code environment}. */
    public void wasMadeWith(Map<String, String> environment) {
        Properties properties = new Properties();
        properties.putAll(environment);
        try (OutputStream out = Files.newOutputStream(origin)) {
            properties.store(out, "What this server's database was made with");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment that it was made with; nothing if there is no database. */
    public Map<String, String> madeWith() {
        Map<String, String> environment = new TreeMap<>();
        if (Files.exists(origin)) {
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(origin)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties
                    .stringPropertyNames()
                    .forEach(name -> environment.put(name, properties.getProperty(name)));
        }
        return environment;
    }
}
