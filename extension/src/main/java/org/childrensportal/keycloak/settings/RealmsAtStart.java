package org.childrensportal.keycloak.settings;

import java.util.function.Consumer;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/** The server's portal realms as they are when it has started, realms that it imports included. */
public final class RealmsAtStart {

    private RealmsAtStart() {}

    /** Shows each of them to {@code reader}, so that the log is warned of what is stored. */
    public static void read(KeycloakSessionFactory factory, Consumer<RealmModel> reader) {
        factory.register(
                event -> {
                    if (event instanceof PostMigrationEvent) {
                        KeycloakModelUtils.runJobInTransaction(
                                factory,
                                session ->
                                        session.realms()
                                                .getRealmsStream()
                                                .filter(realm -> new PortalRealm(realm).isPortal())
                                                .forEach(reader));
                    }
                });
    }
}
