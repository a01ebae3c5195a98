package org.childrensportal.servers;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** What an administrator sets for the portal realm. */
public final class RealmAdmin {

    static final String CHEAP_HASHES = " and hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    /** Each key is newer than those before, on whatever server. */
    private static final AtomicInteger KEYS = new AtomicInteger(1000);

    private final AdminSession session;

    RealmAdmin(AdminSession session) {
        this.session = session;
    }

    /** Changes the settings that {@code json} names. */
    public void configureRealm(String json) {
        AdminSession.expect(session.sendToRealm("PUT", "", json), 204);
    }

    /** Lets the realm send its mail to another server. */
    public void sendMailTo(int port, Duration timeout) {
        String millis = String.valueOf(timeout.toMillis());
        Map<String, String> server = new HashMap<>();
        server.put("host", "127.0.0.1");
        server.put("port", String.valueOf(port));
        server.put("from", "no-reply@portal.example");
        server.put("fromDisplayName", "Children's Services Portal");
        server.put("timeout", millis);
        server.put("connectionTimeout", millis);
        server.put("writeTimeout", millis);
        RealmRepresentation change = new RealmRepresentation();
        change.setSmtpServer(server);
        session.tell(realm -> realm.update(change));
    }

    /** Sets the password policy; answers as Keycloak did. */
    public HttpResponse<String> setPasswordPolicy(String policy) {
        return session.sendToRealm("PUT", "", AdminSession.json(Map.of("passwordPolicy", policy)));
    }

    /** The password policy, as Keycloak writes it. */
    public String passwordPolicy() {
        return session.ask(realm -> realm.toRepresentation().getPasswordPolicy());
    }

    /**
     * Lets passwords cost next to nothing from now on, where what they cost is not the subject.
     *
     * @see #hashAsShipped
     */
    public void hashCheaply() {
        AdminSession.expect(setPasswordPolicy(passwordPolicy() + CHEAP_HASHES), 204);
    }

    /** Lets passwords cost what they do in a portal that is not under test. */
    public void hashAsShipped() {
        AdminSession.expect(setPasswordPolicy(passwordPolicy().replace(CHEAP_HASHES, "")), 204);
    }

    /**
     * Changes the settings of the required action, the others get their defaults; answers as
     * Keycloak did.
     */
    public HttpResponse<String> configureCodes(String settings) {
        return session.sendToRealm(
                "PUT",
                "/authentication/required-actions/portal-verify-email-code/config",
                "{\"config\":{" + settings + "}}");
    }

    /** Switches a required action on or off. */
    public void switchRequiredAction(String alias, boolean on) {
        session.tell(
                realm -> {
                    RequiredActionProviderRepresentation action =
                            realm.flows().getRequiredAction(alias);
                    action.setEnabled(on);
                    realm.flows().updateRequiredAction(alias, action);
                });
    }

    /** Changes the setting of the form action "Portal: account creation". */
    public void sayRegistered(boolean say) {
        configureAction("portal-account-creation", "say-registered", say);
    }

    /** Changes the setting of the form action "Portal: work address". */
    public void askEveryoneForWorkDetails(boolean everyone) {
        configureAction("portal-work-address", "ask-everyone", everyone);
    }

    private void configureAction(String provider, String name, boolean value) {
        session.tell(
                realm -> {
                    String id =
                            realm.flows().getExecutions("portal registration").stream()
                                    .filter(action -> provider.equals(action.getProviderId()))
                                    .findFirst()
                                    .orElseThrow()
                                    .getAuthenticationConfig();
                    AuthenticatorConfigRepresentation config =
                            realm.flows().getAuthenticatorConfig(id);
                    config.setConfig(Map.of(name, String.valueOf(value)));
                    realm.flows().updateAuthenticatorConfig(id, config);
                });
    }

    /** Gives the realm a new key for HMACs, which is used from now on. */
    public void rotateHmacKey() {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("newer");
        key.setProviderId("hmac-generated");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setConfig(
                config(
                        Map.of(
                                "priority",
                                String.valueOf(KEYS.incrementAndGet()),
                                "algorithm",
                                "HS512")));
        session.make(realm -> realm.components().add(key));
    }

    /** Connects a user store where everybody has this password; answers its id. */
    public String connectUserStore(String provider, String password) {
        ComponentRepresentation store = new ComponentRepresentation();
        store.setName("people");
        store.setProviderId(provider);
        store.setProviderType("org.keycloak.storage.UserStorageProvider");
        store.setConfig(config(Map.of("password", password, "enabled", "true", "priority", "0")));
        return session.make(realm -> realm.components().add(store));
    }

    private static MultivaluedHashMap<String, String> config(Map<String, String> values) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        values.forEach((name, value) -> config.put(name, List.of(value)));
        return config;
    }

    /** Disconnects what {@link #connectUserStore} connected. */
    public void disconnectUserStore(String id) {
        session.tell(realm -> realm.components().component(id).remove());
    }
}
