package org.childrensportal.testproviders;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * What may go wrong when accounts are removed, by the surname of the account: {@code Kept} cannot
 * be removed, and with {@code Last-of-…} the realm of that name goes at the same moment. Installed
 * by the tests only.
 */
public final class RemovalFaultsFactory implements RealmResourceProviderFactory {

    private static final String LAST_OF = "Last-of-";

    @Override
    public String getId() {
        return "test-removal-faults";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new ServerClock();
    }

    @Override
    public void init(Config.Scope config) {
        // no server configuration
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(
                event -> {
                    if (event instanceof UserModel.UserRemovedEvent removed) {
                        fail(factory, String.valueOf(removed.getUser().getLastName()));
                    }
                });
    }

    private static void fail(KeycloakSessionFactory factory, String surname) {
        if (surname.equals("Kept")) {
            throw new IllegalStateException("This account cannot be removed");
        }
        if (surname.startsWith(LAST_OF)) {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> {
                        RealmModel realm =
                                session.realms()
                                        .getRealmByName(surname.substring(LAST_OF.length()));
                        session.getContext().setRealm(realm);
                        session.realms().removeRealm(realm.getId());
                    });
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
