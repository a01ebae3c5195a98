package org.childrensportal.keycloak.server;

import java.util.List;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.jboss.logging.Logger;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/** Says in the server's log, once it has started, what the portal is and which realms are its. */
public final class StartReport {

    private static final Logger LOG = Logger.getLogger(StartReport.class);

    private StartReport() {}

    /** Says it once the server's database is up to date. */
    public static void announce(KeycloakSessionFactory factory, PortalVersion portal) {
        factory.register(
                event -> {
                    if (event instanceof PostMigrationEvent) {
                        KeycloakModelUtils.runJobInTransaction(
                                factory, session -> report(session, portal));
                    }
                });
    }

    private static void report(KeycloakSession session, PortalVersion portal) {
        List<String> realms =
                session.realms()
                        .getRealmsStream()
                        .filter(realm -> new PortalRealm(realm).isPortal())
                        .map(StartReport::line)
                        .sorted()
                        .toList();
        LOG.infof(
                "Children's Services Portal %s on Keycloak %s; %s",
                portal.number(),
                Version.VERSION,
                realms.isEmpty() ? "no realm is the portal's yet" : String.join("; ", realms));
    }

    private static String line(RealmModel realm) {
        return "realm '%s': registration %s, addresses are %s"
                .formatted(
                        realm.getName(),
                        realm.isRegistrationAllowed() ? "open" : "closed",
                        new PortalRealm(realm).confirmsAddresses()
                                ? "confirmed by code"
                                : "not confirmed (the required action is off)");
    }
}
