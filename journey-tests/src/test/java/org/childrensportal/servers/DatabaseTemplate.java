package org.childrensportal.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.childrensportal.local.KeycloakDatabase;
import org.childrensportal.local.KeycloakServer;

/**
 * A database as its server left it when it had just been started for the first time: tables and
 * realms, nobody in them. A later server that is set to the same starts from a copy, in half the
 * time. It is in the installation's folder, so it goes with that when Keycloak, a jar or the realm
 * has changed.
 */
final class DatabaseTemplate {

    private final KeycloakDatabase kept;
    private final Path backup;

    /**
     * The template of this {@code name} in an installation's folder, whether it is there or not.
     */
    DatabaseTemplate(Path folder, String name) {
        Path files = folder.resolve("templates").resolve(name);
        this.kept = KeycloakDatabase.keptIn(files);
        this.backup = files.resolve("backup.zip");
    }

    /**
     * The port in what its server had in {@code setting}, a number or an address, if nothing
     * listens on it: with another one the template is of no use. Else any that is free.
     */
    int freePort(String setting) {
        String port = kept.madeWith().getOrDefault(setting, "0").replaceAll("[^0-9]", "");
        return KeycloakServer.freePort(Integer.parseInt(port));
    }

    /** Puts it in the place of {@code database} if a server set to {@code environment} made it. */
    void copyTo(H2Database database, Map<String, String> environment) {
        kept.keepIfMadeWith(whole(environment));
        if (kept.madeWith().isEmpty()) {
            return;
        }
        try (InputStream file = Files.newInputStream(backup);
                ZipInputStream zip = new ZipInputStream(file)) {
            zip.getNextEntry();
            Files.createDirectories(database.file().getParent());
            Files.copy(zip, database.file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes it from the {@code database} of a server that has just been started, set to {@code
     * environment}, unless that was started from it.
     */
    void keep(H2Database database, Map<String, String> environment) {
        if (!kept.madeWith().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(backup.getParent());
            database.execute("backup to '%s'".formatted(backup.toAbsolutePath()));
            kept.wasMadeWith(whole(environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what the server inherits: Keycloak's variables, and the realm's placeholders. */
    private static Map<String, String> whole(Map<String, String> environment) {
        Map<String, String> whole = new HashMap<>(System.getenv());
        whole.keySet().removeIf(name -> !name.startsWith("KC_") && !name.startsWith("PORTAL_"));
        whole.putAll(environment);
        return whole;
    }
}
