package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;

/** A realm administrator at Keycloak's admin REST API. */
public final class AdminConsole {

    /** Signing in costs a hash, which would be most of what a test does. */
    private static final Map<URI, String> TOKENS = new ConcurrentHashMap<>();

    /** It has ended, or is of before the realm was made. */
    private static final Set<Integer> NO_LONGER_TAKEN = Set.of(401, 403);

    private static final String CHEAP_HASHES =
            " and hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    public AdminConsole(URI server) {
        this.server = server;
    }

    /** Creates an enabled professional with an unconfirmed address; answers the user's id. */
    public String createUser(String address, String password) {
        return createNamedUser(address, address, password);
    }

    /** The same with another user name, where names are no addresses. */
    public String createNamedUser(String name, String address, String password) {
        HttpResponse<String> created =
                send(
                        "POST",
                        "/users",
                        """
                        {"username": "%3$s", "email": "%1$s", "enabled": true, "firstName": "Ann",
                         "lastName": "Lee", "attributes": {"professional": ["false"]},
                         "credentials": [{"type": "password", "value": "%2$s"}]}
                        """
                                .formatted(address, password, name));
        expect(created, 201);
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public void setEmailVerified(String id, boolean verified) {
        String user = send("GET", "/users/" + id, "").body();
        String changed =
                user.replaceFirst(
                        "\"emailVerified\":(true|false)", "\"emailVerified\":" + verified);
        expect(send("PUT", "/users/" + id, changed), 204);
    }

    /** Switches an account off. */
    public void disable(String id) {
        expect(send("PUT", "/users/" + id, "{\"enabled\": false}"), 204);
    }

    /** Whether Keycloak has locked the account after too many wrong passwords. */
    public boolean isLocked(String id) {
        return send("GET", "/attack-detection/brute-force/users/" + id, "")
                .body()
                .contains("\"disabled\":true");
    }

    /** How many wrong passwords Keycloak has counted for the account since the last right one. */
    public int failures(String id) {
        String counted = send("GET", "/attack-detection/brute-force/users/" + id, "").body();
        Matcher number = Pattern.compile("\"numFailures\":([0-9]+)").matcher(counted);
        if (!number.find()) {
            throw new AssertionError(counted);
        }
        return Integer.parseInt(number.group(1));
    }

    /** Waits until so many are counted: Keycloak counts after it has answered. */
    public void awaitFailures(String id, int failures) {
        Await.value("failures counted: " + failures, () -> failures(id), now -> now == failures);
    }

    /**
     * Creates an account without a password whose person signs in elsewhere.
     *
     * @see #removeIdentityProvider
     */
    public String createFederatedUser(String address) {
        HttpResponse<String> provider =
                send(
                        "POST",
                        "/identity-provider/instances",
                        """
                        {"alias": "council", "providerId": "oidc", "enabled": true, "hideOnLogin": true,
                         "config": {"authorizationUrl": "http://localhost:9/a", "tokenUrl": "http://localhost:9/t",
                                    "clientId": "portal", "clientSecret": "unused"}}
                        """);
        if (provider.statusCode() != 409) {
            expect(provider, 201);
        }
        HttpResponse<String> created =
                send(
                        "POST",
                        "/users",
                        """
                        {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true,
                         "firstName": "Ann", "lastName": "Lee", "attributes": {"professional": ["false"]}}
                        """
                                .formatted(address));
        expect(created, 201);
        String location = created.headers().firstValue("Location").orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        expect(
                send(
                        "POST",
                        "/users/" + id + "/federated-identity/council",
                        "{\"userId\": \"%1$s\", \"userName\": \"%1$s\"}".formatted(id)),
                204);
        return id;
    }

    /** Removes what {@link #createFederatedUser} needed. */
    public void removeIdentityProvider() {
        expect(send("DELETE", "/identity-provider/instances/council", ""), 204);
    }

    public void createDirectGrantClient(String clientId) {
        HttpResponse<String> created =
                send(
                        "POST",
                        "/clients",
                        """
                        {"clientId": "%s", "publicClient": true, "directAccessGrantsEnabled": true,
                         "defaultClientScopes": ["basic", "roles"],
                         "optionalClientScopes": ["offline_access"]}
                        """
                                .formatted(clientId));
        if (created.statusCode() != 409) {
            expect(created, 201);
        }
    }

    /** A request to the portal realm's token endpoint. */
    public Page token(Map<String, String> form) {
        return new Browserless(server)
                .post(server + "/realms/portal/protocol/openid-connect/token", form);
    }

    /** The value of a string field of a JSON object. */
    public static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": ?\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    /** Changes the setting of the form action "Portal: account creation". */
    public void sayRegistered(boolean say) {
        configureAction(
                "portal-account-creation", "portal account creation", "say-registered", say);
    }

    /** Changes the setting of the form action "Portal: work address". */
    public void askEveryoneForWorkDetails(boolean everyone) {
        configureAction("portal-work-address", "portal work address", "ask-everyone", everyone);
    }

    private void configureAction(String provider, String alias, String name, boolean value) {
        String executions =
                send("GET", "/authentication/flows/portal%20registration/executions", "").body();
        Matcher config =
                Pattern.compile(provider + "\"[^}]*\"authenticationConfig\":\"([^\"]+)")
                        .matcher(executions);
        if (!config.find()) {
            throw new AssertionError(executions);
        }
        String id = config.group(1);
        expect(
                send(
                        "PUT",
                        "/authentication/config/" + id,
                        """
                        {"id": "%s", "alias": "%s", "config": {"%s": "%s"}}
                        """
                                .formatted(id, alias, name, value)),
                204);
    }

    /** Changes the settings of the required action; the others get their defaults. */
    public HttpResponse<String> configureCodes(String settings) {
        return send(
                "PUT",
                "/authentication/required-actions/portal-verify-email-code/config",
                "{\"config\":{" + settings + "}}");
    }

    /** Lets the realm send its mail to another server. */
    public void sendMailTo(int port, Duration timeout) {
        expect(
                send(
                        "PUT",
                        "",
                        """
                        {"smtpServer": {"host": "127.0.0.1", "port": "%1$d", "from": "no-reply@portal.example",
                         "fromDisplayName": "Children's Services Portal", "timeout": "%2$d",
                         "connectionTimeout": "%2$d", "writeTimeout": "%2$d"}}
                        """
                                .formatted(port, timeout.toMillis())),
                204);
    }

    /** Sets the realm's password policy. */
    public HttpResponse<String> setPasswordPolicy(String policy) {
        return send("PUT", "", "{\"passwordPolicy\": \"" + policy + "\"}");
    }

    public String passwordPolicy() {
        return field(send("GET", "", "").body(), "passwordPolicy");
    }

    /**
     * Lets passwords cost next to nothing from now on, where what they cost is not the subject.
     *
     * @see #hashAsShipped
     */
    public void hashCheaply() {
        expect(setPasswordPolicy(passwordPolicy() + CHEAP_HASHES), 204);
    }

    /** Lets passwords cost what they do in a portal that is not under test. */
    public void hashAsShipped() {
        expect(setPasswordPolicy(passwordPolicy().replace(CHEAP_HASHES, "")), 204);
    }

    /** Sets a user's password as an administrator does. */
    public HttpResponse<String> resetPassword(String id, String password) {
        return send(
                "PUT",
                "/users/" + id + "/reset-password",
                "{\"type\": \"password\", \"temporary\": false, \"value\": \"" + password + "\"}");
    }

    public String userId(String address) {
        String owners =
                send("GET", "/users?exact=true&email=" + Browserless.encode(address), "").body();
        return field(owners.equals("[]") ? pending(address) : owners, "id");
    }

    /** The pending accounts that claim the address, as JSON. */
    public String pending(String address) {
        return send("GET", "/users?q=" + Browserless.encode("claimedEmail:" + address), "").body();
    }

    /** The ids of the pending accounts that claim the address. */
    public List<String> pendingIds(String address) {
        return Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(pending(address))
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    /** Where the user is signed in, as JSON. */
    public String sessions(String userId) {
        return send("GET", "/users/" + userId + "/sessions", "").body();
    }

    /** The user's events of one type, each as JSON; failures have the type with {@code _ERROR}. */
    public List<String> events(String type, String userId) {
        String events = send("GET", "/events?max=1000&type=" + type + "&user=" + userId, "").body();
        return Pattern.compile("\\{\"id\":.*?(?=,\\{\"id\":|]$)")
                .matcher(events)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** How many sign-ins have failed for one account or another, or for none. */
    public int signInErrors() {
        return signInErrors("portal");
    }

    /** The same of another realm than the portal's. */
    public int signInErrors(String realm) {
        String events =
                exchange(
                                "GET",
                                "/admin/realms/" + realm + "/events?max=1000000&type=LOGIN_ERROR",
                                "",
                                adminToken())
                        .body();
        return (int) Pattern.compile("\"type\":\"LOGIN_ERROR\"").matcher(events).results().count();
    }

    /** Every event of people and of administrators, as JSON. */
    public String everyEvent() {
        return send("GET", "/events?max=1000000", "").body()
                + send("GET", "/admin-events?max=1000000", "").body();
    }

    /** What the server offers: providers, policies, themes. */
    public String serverInfo() {
        return exchange("GET", "/admin/serverinfo", "").body();
    }

    /** Gives the realm a new key for HMACs, which is used from now on. */
    public void rotateHmacKey() {
        String realm = field(send("GET", "", "").body(), "id");
        expect(
                send(
                        "POST",
                        "/components",
                        """
                        {"name": "newer", "providerId": "hmac-generated",
                         "providerType": "org.keycloak.keys.KeyProvider", "parentId": "%s",
                         "config": {"priority": ["%d"], "algorithm": ["HS512"]}}
                        """
                                .formatted(realm, 1000 + System.nanoTime() % 1_000_000)),
                201);
    }

    public void removeUser(String id) {
        expect(send("DELETE", "/users/" + id, ""), 204);
    }

    public void removeRealm() {
        expect(send("DELETE", "", ""), 204);
    }

    /** Removes another realm than the portal's. */
    public void removeRealm(String name) {
        expect(exchange("DELETE", "/admin/realms/" + name, ""), 204);
    }

    public void importRealm(String json) {
        expect(exchange("POST", "/admin/realms", json), 201);
    }

    /** A token with which a person uses the account console's API. */
    public String accountToken(String address, String password) {
        createDirectGrantClient("direct-grant");
        Page tokens =
                token(
                        Map.of(
                                "grant_type", "password",
                                "client_id", "direct-grant",
                                "scope", "openid",
                                "username", address,
                                "password", password));
        return field(tokens.html(), "access_token");
    }

    /** Changes attributes of the token's owner as the account console does. */
    public HttpResponse<String> changeProfile(String token, String attributes) {
        String profile = exchange("GET", "/realms/portal/account/", "", token).body();
        String changed =
                profile.replaceFirst("\"attributes\":\\{", "\"attributes\":{" + attributes + ",");
        return exchange("POST", "/realms/portal/account/", changed, token);
    }

    /** Changes the address of the token's owner as the account console does. */
    public HttpResponse<String> changeAddress(String token, String address) {
        String profile = exchange("GET", "/realms/portal/account/", "", token).body();
        String changed =
                profile.replaceFirst("\"email\":\"[^\"]*\"", "\"email\":\"" + address + "\"");
        return exchange("POST", "/realms/portal/account/", changed, token);
    }

    /** Connects a user store where everybody has this password; answers its id. */
    public String connectUserStore(String provider, String password) {
        HttpResponse<String> created =
                send(
                        "POST",
                        "/components",
                        """
                        {"name": "people", "providerId": "%s",
                         "providerType": "org.keycloak.storage.UserStorageProvider",
                         "config": {"password": ["%s"], "enabled": ["true"], "priority": ["0"]}}
                        """
                                .formatted(provider, password));
        expect(created, 201);
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public void disconnectUserStore(String id) {
        expect(send("DELETE", "/components/" + id, ""), 204);
    }

    /** Creates a client from its representation, unless it is there already. */
    public void createClient(String json) {
        HttpResponse<String> created = send("POST", "/clients", json);
        if (created.statusCode() != 409) {
            expect(created, 201);
        }
    }

    /** Creates an identity provider from its representation, unless it is there already. */
    public void createIdentityProvider(String json) {
        String address = "/identity-provider/instances";
        if (send("GET", address + "/" + field(json, "alias"), "").statusCode() == 404) {
            expect(send("POST", address, json), 201);
        }
    }

    /** Links an account to an identity provider's. */
    public void link(String id, String provider, String account) {
        expect(
                send(
                        "POST",
                        "/users/" + id + "/federated-identity/" + provider,
                        "{\"userId\": \"%1$s\", \"userName\": \"%1$s\"}".formatted(account)),
                204);
    }

    /** Changes the realm's settings that {@code json} names. */
    public void configureRealm(String json) {
        expect(send("PUT", "", json), 204);
    }

    /** A request to the portal realm's admin API. */
    public HttpResponse<String> send(String method, String path, String json) {
        return exchange(method, "/admin/realms/portal" + path, json);
    }

    /** As the administrator, with the token of the last time while it is taken. */
    private HttpResponse<String> exchange(String method, String path, String json) {
        HttpResponse<String> answer =
                exchange(
                        method,
                        path,
                        json,
                        TOKENS.computeIfAbsent(server, address -> adminToken()));
        if (!NO_LONGER_TAKEN.contains(answer.statusCode())) {
            return answer;
        }
        String newer = adminToken();
        TOKENS.put(server, newer);
        return exchange(method, path, json, newer);
    }

    private HttpResponse<String> exchange(String method, String path, String json, String token) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String adminToken() {
        Page tokens =
                new Browserless(server)
                        .post(
                                server + "/realms/master/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "admin-cli",
                                        "username", "admin",
                                        "password", "admin"));
        return field(tokens.html(), "access_token");
    }

    private static void expect(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
    }
}
