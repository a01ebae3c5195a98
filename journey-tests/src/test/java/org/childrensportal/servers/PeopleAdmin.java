package org.childrensportal.servers;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What an administrator does with the accounts of the portal realm. */
public final class PeopleAdmin {

    private static final String COUNCIL = "council";

    private final AdminSession session;
    private final ClientAdmin clients;

    PeopleAdmin(AdminSession session, ClientAdmin clients) {
        this.session = session;
        this.clients = clients;
    }

    /** Creates an enabled account of the public with an unconfirmed address; answers its id. */
    public String createUser(String address, String password) {
        return createNamedUser(address, address, password);
    }

    /** The same with another user name, where names are no addresses. */
    public String createNamedUser(String name, String address, String password) {
        UserRepresentation user = ann(name, address);
        user.setCredentials(List.of(credential(password)));
        return session.make(realm -> realm.users().create(user));
    }

    /** Lets an imported account use the account console, as those that are made here can. */
    public void letManageAccount(String id) {
        session.tell(
                realm -> {
                    String client = realm.clients().findByClientId("account").get(0).getId();
                    RoleRepresentation role =
                            realm.clients()
                                    .get(client)
                                    .roles()
                                    .get("manage-account")
                                    .toRepresentation();
                    realm.users().get(id).roles().clientLevel(client).add(List.of(role));
                });
    }

    /**
     * Creates an account without a password whose person signs in elsewhere.
     *
     * @see ClientAdmin#removeIdentityProvider
     */
    public String createFederatedUser(String address) {
        clients.createIdentityProvider(
                """
                {"alias": "%s", "providerId": "oidc", "enabled": true, "hideOnLogin": true,
                 "config": {"authorizationUrl": "http://localhost:9/a", "tokenUrl": "http://localhost:9/t",
                            "clientId": "portal", "clientSecret": "unused"}}
                """
                        .formatted(COUNCIL));
        UserRepresentation user = ann(address, address);
        user.setEmailVerified(true);
        String id = session.make(realm -> realm.users().create(user));
        link(id, COUNCIL, id);
        return id;
    }

    private static UserRepresentation ann(String name, String address) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEmail(address);
        user.setEnabled(true);
        user.setFirstName("Ann");
        user.setLastName("Lee");
        user.setAttributes(Map.of("professional", List.of("false")));
        return user;
    }

    private static CredentialRepresentation credential(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setTemporary(false);
        credential.setValue(password);
        return credential;
    }

    /** Links an account to an identity provider's. */
    public void link(String id, String provider, String account) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setUserId(account);
        identity.setUserName(account);
        AdminSession.expect(
                session.sendToRealm(
                        "POST",
                        "/users/" + id + "/federated-identity/" + provider,
                        AdminSession.json(identity)),
                204);
    }

    /** Says whether the account's address is confirmed. */
    public void setEmailVerified(String id, boolean verified) {
        session.tell(
                realm -> {
                    UserResource account = realm.users().get(id);
                    UserRepresentation user = account.toRepresentation();
                    user.setEmailVerified(verified);
                    account.update(user);
                });
    }

    /** Switches an account off. */
    public void disable(String id) {
        UserRepresentation change = new UserRepresentation();
        change.setEnabled(false);
        session.tell(realm -> realm.users().get(id).update(change));
    }

    /** Sets a password as an administrator does; answers as Keycloak did. */
    public HttpResponse<String> resetPassword(String id, String password) {
        return session.sendToRealm(
                "PUT", "/users/" + id + "/reset-password", AdminSession.json(credential(password)));
    }

    /** Removes an account. */
    public void removeUser(String id) {
        session.tell(realm -> realm.users().get(id).remove());
    }

    /** Whether Keycloak has locked the account after too many wrong passwords. */
    public boolean isLocked(String id) {
        return Boolean.TRUE.equals(bruteForce(id).get("disabled"));
    }

    /** How many wrong passwords Keycloak has counted for the account since the last right one. */
    public int failures(String id) {
        return ((Number) bruteForce(id).get("numFailures")).intValue();
    }

    private Map<String, Object> bruteForce(String id) {
        return session.ask(realm -> realm.attackDetection().bruteForceUserStatus(id));
    }

    /** Has Keycloak count from none again, and unlocks the account. */
    public void forgetFailures(String id) {
        session.tell(realm -> realm.attackDetection().clearBruteForceForUser(id));
    }

    /** Waits until so many are counted: Keycloak counts after it has answered. */
    public void awaitFailures(String id, int failures) {
        Await.value("failures counted: " + failures, () -> failures(id), now -> now == failures);
    }

    /**
     * The id of the account that has the address, or else of one that claims it.
     *
     * @throws AssertionError if there is neither
     */
    public String userId(String address) {
        return session.ask(realm -> realm.users().searchByEmail(address, true)).stream()
                .map(UserRepresentation::getId)
                .findFirst()
                .or(() -> pendingIds(address).stream().findFirst())
                .orElseThrow(() -> new AssertionError("nobody has " + address));
    }

    /** The pending accounts that claim the address, as JSON. */
    public String pending(String address) {
        return session.sendToRealm(
                        "GET", "/users?q=" + Browserless.encode("claimedEmail:" + address), "")
                .body();
    }

    /** The ids of the pending accounts that claim the address. */
    public List<String> pendingIds(String address) {
        return List.of(AdminSession.read(pending(address), UserRepresentation[].class)).stream()
                .map(UserRepresentation::getId)
                .toList();
    }

    /** Where the account is signed in, as JSON. */
    public String sessions(String id) {
        return session.sendToRealm("GET", "/users/" + id + "/sessions", "").body();
    }
}
