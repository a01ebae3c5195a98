package org.childrensportal.servers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;

/** A person at the API of Keycloak's account console, and at the token endpoint. */
public final class AccountConsole {

    private static final String CLIENT = "direct-grant";
    private static final String ACCOUNT = "/account/";

    private final URI server;
    private final String realm;
    private final AdminSession session;
    private final ClientAdmin clients;

    AccountConsole(URI server, String realm, AdminSession session, ClientAdmin clients) {
        this.server = server;
        this.realm = "/realms/" + realm;
        this.session = session;
        this.clients = clients;
    }

    /** A request to the realm's token endpoint. */
    public Page token(Map<String, String> form) {
        return new Browserless(server)
                .post(server + realm + "/protocol/openid-connect/token", form);
    }

    /** What an application gets that sends somebody's name and password, with tokens of a scope. */
    public Page directGrant(String address, String password, String scope) {
        clients.createDirectGrantClient(CLIENT);
        return token(
                Map.of(
                        "grant_type", "password",
                        "client_id", CLIENT,
                        "scope", scope,
                        "username", address,
                        "password", password));
    }

    /** What it gets for the refresh token that is among {@code tokens}. */
    public Page refreshed(Page tokens) {
        return token(
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        CLIENT,
                        "refresh_token",
                        AdminConsole.field(tokens.html(), "refresh_token")));
    }

    /** A token with which a person uses the account console's API. */
    public String accountToken(String address, String password) {
        return AdminConsole.field(directGrant(address, password, "openid").html(), "access_token");
    }

    /**
     * Changes attributes of the token's owner as the account console does.
     *
     * @param attributes as JSON, without braces around them
     */
    public HttpResponse<String> changeProfile(String token, String attributes) {
        return change(
                token,
                profile ->
                        ((ObjectNode) profile.get("attributes"))
                                .setAll(
                                        AdminSession.read(
                                                "{" + attributes + "}", ObjectNode.class)));
    }

    /** Changes the address of the token's owner as the account console does. */
    public HttpResponse<String> changeAddress(String token, String address) {
        return change(token, profile -> profile.put("email", address));
    }

    /**
     * Puts another profile in the place of the token's owner's.
     *
     * @param profile as JSON
     */
    public HttpResponse<String> replaceProfile(String token, String profile) {
        return session.send("POST", realm + ACCOUNT, profile, token);
    }

    /**
     * A request of the token's owner to the account API of any realm, as it stands.
     *
     * @param path below {@code /account}
     */
    public HttpResponse<String> ask(
            String token, String realm, String method, String path, String json) {
        return session.send(method, "/realms/" + realm + "/account" + path, json, token);
    }

    private HttpResponse<String> change(String token, Consumer<ObjectNode> change) {
        ObjectNode profile =
                AdminSession.read(
                        session.send("GET", realm + ACCOUNT, "", token).body(), ObjectNode.class);
        change.accept(profile);
        return session.send("POST", realm + ACCOUNT, profile.toString(), token);
    }
}
