package org.childrensportal.testproviders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.adapter.AbstractUserAdapterFederatedStorage;

/** Somebody in {@link PeopleStore}, whose name is their address, unless they are staff. */
final class StoredPerson extends AbstractUserAdapterFederatedStorage {

    private final String name;

    StoredPerson(KeycloakSession session, RealmModel realm, ComponentModel model, String name) {
        super(session, realm, model);
        this.name = name;
        this.storageId = new StorageId(model.getId(), PeopleStore.idOf(name));
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public void setUsername(String username) {
        throw new IllegalStateException("The store keeps its names");
    }

    @Override
    public Map<String, List<String>> getAttributes() {
        Map<String, List<String>> attributes = new HashMap<>(super.getAttributes());
        attributes.putAll(stored());
        return attributes;
    }

    @Override
    public String getFirstAttribute(String name) {
        return stored().containsKey(name)
                ? stored().get(name).get(0)
                : super.getFirstAttribute(name);
    }

    @Override
    public Stream<String> getAttributeStream(String name) {
        return stored().containsKey(name)
                ? stored().get(name).stream()
                : super.getAttributeStream(name);
    }

    private Map<String, List<String>> stored() {
        Map<String, List<String>> stored =
                new HashMap<>(
                        Map.of(
                                UserModel.USERNAME, List.of(name),
                                UserModel.FIRST_NAME, List.of("Ann"),
                                UserModel.LAST_NAME, List.of("Lee")));
        if (name.contains("@")) {
            stored.put(UserModel.EMAIL, List.of(name));
            stored.put("professional", List.of("false"));
        } else {
            stored.put(UserModel.EMAIL, List.of(name + "@example.com"));
        }
        return stored;
    }
}
