package org.childrensportal.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;

/** A realm administrator at Keycloak's admin API; each subject has a class of its own. */
public final class AdminConsole {

    private final URI server;
    private final String realm;
    private final AdminSession session;
    private final ClientAdmin clients;

    /** The administrator of a server, whose address has no slash at the end. */
    public AdminConsole(URI server) {
        this(server, "portal");
    }

    /** The same, at work on another realm than the portal's. */
    public AdminConsole(URI server, String realm) {
        this.server = server;
        this.realm = realm;
        this.session = new AdminSession(server, realm);
        this.clients = new ClientAdmin(session);
    }

    /** Accounts. */
    public PeopleAdmin people() {
        return new PeopleAdmin(session, clients);
    }

    /** Settings. */
    public RealmAdmin realm() {
        return new RealmAdmin(session);
    }

    /** Every setting of ours. */
    public SettingsAdmin settings() {
        return new SettingsAdmin(session);
    }

    /** Events. */
    public EventAdmin history() {
        return new EventAdmin(session);
    }

    /** Applications, and other services to sign in at. */
    public ClientAdmin clients() {
        return clients;
    }

    /** What people do for themselves. */
    public AccountConsole account() {
        return new AccountConsole(server, realm, session, clients);
    }

    /** A request to the portal realm's admin API, as it stands; answers as Keycloak did. */
    public HttpResponse<String> send(String method, String path, String json) {
        return session.sendToRealm(method, path, json);
    }

    /** A request to the admin API of any realm, as it stands; answers as Keycloak did. */
    public HttpResponse<String> sendTo(String realm, String method, String path, String json) {
        return session.send(method, "/admin/realms/" + realm + path, json);
    }

    /** The same of whoever has {@code token}. */
    HttpResponse<String> sendTo(
            String realm, String method, String path, String json, String token) {
        return session.send(method, "/admin/realms/" + realm + path, json, token);
    }

    /** What the server offers: providers, policies, themes, as JSON. */
    public String serverInfo() {
        return session.send("GET", "/admin/serverinfo", "").body();
    }

    /** Imports a realm from its representation. */
    public void importRealm(String json) {
        AdminSession.expect(session.send("POST", "/admin/realms", json), 201);
        // What a token is good for is said in it.
        session.signInAgain();
    }

    /** Has the server read its realms anew, such as those that another process has imported. */
    void forgetRealms() {
        AdminSession.expect(
                session.send("POST", "/admin/realms/master/clear-realm-cache", ""), 204);
        session.signInAgain();
    }

    /** Imports a realm from its representation; answers as Keycloak did. */
    public HttpResponse<String> tryToImportRealm(String json) {
        HttpResponse<String> answer = session.send("POST", "/admin/realms", json);
        session.signInAgain();
        return answer;
    }

    /** Removes the portal's realm. */
    public void removeRealm() {
        removeRealm("portal");
    }

    /** Removes another realm than the portal's. */
    public void removeRealm(String name) {
        AdminSession.expect(session.send("DELETE", "/admin/realms/" + name, ""), 204);
    }

    /**
     * The value of a text field of a JSON text, wherever in it the field is first.
     *
     * @throws AssertionError if there is no such field
     */
    public static String field(String json, String name) {
        JsonNode value = AdminSession.read(json, JsonNode.class).findValue(name);
        if (value == null || !value.isTextual()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return value.textValue();
    }

    /**
     * The object of a JSON list one of whose text fields is {@code value}.
     *
     * @throws AssertionError if there is none
     */
    public static String object(String json, String field, String value) {
        for (JsonNode element : AdminSession.read(json, JsonNode.class)) {
            if (value.equals(element.path(field).asText())) {
                return element.toString();
            }
        }
        throw new AssertionError("no %s %s in %s".formatted(field, value, json));
    }
}
