package org.childrensportal.testproviders;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;
import org.keycloak.storage.user.UserRegistrationProvider;

/**
 * A council's own user store: everybody whose address begins with {@code stored-} is in it, with
 * one password, and staff, whose names are not their addresses. It would take registrations and
 * searches. Its users aren't imported. Installed by the tests only.
 */
public final class PeopleStore
        implements UserStorageProvider,
                UserLookupProvider,
                UserQueryMethodsProvider,
                UserRegistrationProvider,
                CredentialInputValidator {

    static final String PASSWORD = "password";

    private static final Logger LOG = Logger.getLogger(PeopleStore.class);
    private static final String MEMBER = "stored-";

    /** Begins the names of members who are not called by their address, and have fewer details. */
    private static final String STAFF = "staff-";

    private static final HexFormat HEX = HexFormat.of();

    private final KeycloakSession session;
    private final ComponentModel model;

    PeopleStore(KeycloakSession session, ComponentModel model) {
        this.session = session;
        this.model = model;
    }

    /** The store's own id of somebody: like a directory's, it doesn't show the address. */
    static String idOf(String address) {
        return HEX.formatHex(address.getBytes(StandardCharsets.UTF_8));
    }

    private UserModel person(RealmModel realm, String name) {
        return name.startsWith(MEMBER) || name.startsWith(STAFF)
                ? new StoredPerson(session, realm, model, name)
                : null;
    }

    @Override
    public UserModel getUserById(RealmModel realm, String id) {
        String name = new String(HEX.parseHex(StorageId.externalId(id)), StandardCharsets.UTF_8);
        return new StoredPerson(session, realm, model, name);
    }

    @Override
    public UserModel getUserByUsername(RealmModel realm, String username) {
        return username.startsWith(STAFF) && username.contains("@")
                ? null
                : person(realm, username);
    }

    @Override
    public UserModel getUserByEmail(RealmModel realm, String email) {
        return person(realm, email.startsWith(STAFF) ? email.replaceFirst("@.*", "") : email);
    }

    @Override
    public UserModel addUser(RealmModel realm, String username) {
        LOG.infof("Registered %s", username);
        return new StoredPerson(session, realm, model, username);
    }

    @Override
    public boolean removeUser(RealmModel realm, UserModel user) {
        return false;
    }

    @Override
    public Stream<UserModel> searchForUserStream(
            RealmModel realm, Map<String, String> parameters, Integer first, Integer most) {
        return Stream.empty();
    }

    @Override
    public Stream<UserModel> getGroupMembersStream(
            RealmModel realm, GroupModel group, Integer first, Integer most) {
        return Stream.empty();
    }

    @Override
    public Stream<UserModel> searchForUserByUserAttributeStream(
            RealmModel realm, String name, String value) {
        LOG.infof("Searched by %s", name);
        return Stream.empty();
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return type.equals(PasswordCredentialModel.TYPE);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return supportsCredentialType(type);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return model.get(PASSWORD).equals(input.getChallengeResponse());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
