package org.childrensportal.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server is made of: the Keycloak distribution, the jars to install and the realm to import.
 * Maven knows where they are and says so in system properties.
 *
 * @param distribution the zip of the Keycloak server
 * @param jars the provider and theme jars
 * @param realmJar the jar that holds {@code portal-realm.json}, if there is a realm to import
 */
public record PortalFiles(Path distribution, List<Path> jars, Optional<Path> realmJar) {

    /**
     * The files that the build named.
     *
     * @throws IllegalStateException if one is not there, with a message that says which
     */
    public static PortalFiles ofTheBuild() {
        return new PortalFiles(
                file("portal.distribution"),
                List.of(file("portal.extension"), themes()),
                Optional.of(file("portal.realm")));
    }

    /** Keycloak as it is distributed: no jar, no realm. */
    public static PortalFiles ofKeycloakAlone() {
        return new PortalFiles(file("portal.distribution"), List.of(), Optional.empty());
    }

    /** The theme jar that the build named. */
    static Path themes() {
        return file("portal.themes");
    }

    private static Path file(String property) {
        String path = System.getProperty(property);
        if (path == null || !Files.isRegularFile(Path.of(path))) {
            throw new IllegalStateException(
                    "%s is not there: %s. Start with ./mvnw -Prun, online the first time."
                            .formatted(property, path));
        }
        return Path.of(path);
    }
}
