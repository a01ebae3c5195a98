package org.childrensportal.keycloak.database;

import org.childrensportal.keycloak.server.OldestKeycloak;
import org.childrensportal.keycloak.server.PortalVersion;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * {@code portal-email-code}: adds the portal's tables, and deletes their rows when an account or a
 * realm is removed. Its id names the change log's own table ({@code DATABASECHANGELOG_PORTAL_EMA}).
 */
public final class EmailCodeJpaProviderFactory implements JpaEntityProviderFactory {

    static final String ID = "portal-email-code";

    private final TablesRead tablesRead = new TablesRead(new KeycloakClock());
    private volatile StoredText storedText = new StoredText(true);

    /** The one of {@code session}'s server. */
    static EmailCodeJpaProviderFactory of(KeycloakSession session) {
        return (EmailCodeJpaProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(JpaEntityProvider.class, ID);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new EmailCodeJpaProvider();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(
                event -> {
                    if (event instanceof UserModel.UserRemovedEvent removed) {
                        delete(
                                removed.getKeycloakSession(),
                                "EmailCodeEntity e where e.userId",
                                removed.getUser().getId());
                        delete(
                                removed.getKeycloakSession(),
                                "AddressChangeEntity e where e.userId",
                                removed.getUser().getId());
                    } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
                        new RealmRows(removed.getKeycloakSession(), removed.getRealm().getId())
                                .delete();
                    } else if (event instanceof PostMigrationEvent) {
                        storedText = StoredText.ask(factory);
                        new DatabaseProduct(factory).warnIfForTrying();
                        Isolation.warnIfUnfit(factory);
                    }
                });
    }

    /** What the server's database can store, from when it is up to date. */
    StoredText storedText() {
        return storedText;
    }

    /** When the tables could be read last. */
    TablesRead tablesRead() {
        return tablesRead;
    }

    private static void delete(KeycloakSession session, String rows, String id) {
        OwnTransaction.entities(session)
                .createQuery("delete from " + rows + " = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void init(Config.Scope config) {
        // Here, because a server can't go without the tables: every other provider can be switched
        // off in its options.
        new OldestKeycloak(new PortalVersion()).check(Version.VERSION);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
