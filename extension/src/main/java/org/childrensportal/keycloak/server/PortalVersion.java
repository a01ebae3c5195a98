package org.childrensportal.keycloak.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.childrensportal.keycloak.domain.server.ServerVersion;

/** Which build of the portal this is, as the build has written it into the jar. */
public final class PortalVersion {

    private static final String FILE = "/portal-version.properties";

    private final Properties build;

    /** Of the jar that this class is in. */
    public PortalVersion() {
        build = new Properties();
        try (InputStream file = PortalVersion.class.getResourceAsStream(FILE)) {
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version, such as {@code 1.0.0}. */
    public String number() {
        return build.getProperty("version");
    }

    /** The oldest Keycloak that it starts on. */
    public ServerVersion oldestKeycloak() {
        return ServerVersion.read(build.getProperty("oldest-keycloak")).orElseThrow();
    }

    /** What the admin console's server info shows of it. */
    public Map<String, String> operationalInfo() {
        return Map.of(
                "portal-version", number(),
                "oldest-keycloak", oldestKeycloak().toString(),
                "tried-on-keycloak", build.getProperty("tried-on-keycloak"));
    }
}
