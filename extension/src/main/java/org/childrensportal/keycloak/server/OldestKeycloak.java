package org.childrensportal.keycloak.server;

import org.childrensportal.keycloak.domain.server.ServerVersion;
import org.jboss.logging.Logger;

/**
 * The oldest Keycloak on which a server starts with the portal in it: the first without holes in
 * what the portal inherits.
 */
public final class OldestKeycloak {

    private static final Logger LOG = Logger.getLogger(OldestKeycloak.class);

    private final PortalVersion portal;

    /** As {@code portal} has it. */
    public OldestKeycloak(PortalVersion portal) {
        this.portal = portal;
    }

    /**
     * Stops a server that is older.
     *
     * @param version its version, as Keycloak says it
     * @throws IllegalStateException if it is older; the message says what to do
     */
    public void check(String version) {
        ServerVersion oldest = portal.oldestKeycloak();
        ServerVersion.read(version)
                .ifPresentOrElse(
                        present -> check(present, oldest),
                        () ->
                                LOG.warnf(
                                        "Keycloak says that its version is '%s'. The Children's"
                                            + " Services Portal needs %s or newer: make sure that"
                                            + " it is.",
                                        version, oldest));
    }

    private void check(ServerVersion present, ServerVersion oldest) {
        if (present.compareTo(oldest) < 0) {
            throw new IllegalStateException(
                    ("The Children's Services Portal %s does not start on Keycloak %s, which has"
                         + " holes that anybody can use (CVE-2026-18963, CVE-2026-19607 or"
                         + " CVE-2026-79651). Upgrade Keycloak to %s or newer; see"
                         + " docs/versions.md.")
                            .formatted(portal.number(), present, oldest));
        }
    }
}
