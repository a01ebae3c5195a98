package org.childrensportal.testproviders;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProviderFactory;

/** {@code test-people}: see {@link PeopleStore}. */
public final class PeopleStoreFactory implements UserStorageProviderFactory<PeopleStore> {

    @Override
    public String getId() {
        return "test-people";
    }

    @Override
    public PeopleStore create(KeycloakSession session, ComponentModel model) {
        return new PeopleStore(session, model);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(
                new ProviderConfigProperty(
                        PeopleStore.PASSWORD,
                        "Password",
                        "Everybody's",
                        ProviderConfigProperty.STRING_TYPE,
                        ""));
    }
}
