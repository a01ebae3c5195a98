package org.childrensportal.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.util.JsonSerialization;

/**
 * A signed-in administrator. Their token is kept while the server takes it: tests move the server's
 * clock, and replace the realms that it is good for.
 */
final class AdminSession {

    /** Signing in costs a hash, which would be most of what a test does. */
    private static final Map<URI, Keycloak> SIGNED_IN = new ConcurrentHashMap<>();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The token has ended, or is of before the realm was made. */
    private static final Set<Integer> NO_LONGER_TAKEN = Set.of(401, 403);

    private final URI server;
    private final String realm;
    private final Keycloak keycloak;

    /** The administrator of {@code server}, at work on {@code realm}. */
    AdminSession(URI server, String realm) {
        this.server = server;
        this.realm = realm;
        this.keycloak = SIGNED_IN.computeIfAbsent(server, AdminSession::signIn);
    }

    private static Keycloak signIn(URI server) {
        return KeycloakBuilder.builder()
                .serverUrl(server.toString())
                .realm("master")
                .clientId("admin-cli")
                .username("admin")
                .password("admin")
                .build();
    }

    /** Asks the realm for something, by Keycloak's own client. */
    <T> T ask(Function<RealmResource, T> question) {
        return askServer(client -> question.apply(client.realm(realm)));
    }

    /** Asks the server for something, by Keycloak's own client. */
    <T> T askServer(Function<Keycloak, T> question) {
        try {
            return question.apply(keycloak);
        } catch (NotAuthorizedException | ForbiddenException e) {
            // Once more with a new token; whatever is wrong then is thrown.
            signInAgain();
            return question.apply(keycloak);
        }
    }

    /** Has the realm do something, by Keycloak's own client. */
    void tell(Telling telling) {
        ask(
                realm -> {
                    telling.tell(realm);
                    return true;
                });
    }

    /** What is told to a realm. */
    interface Telling {
        void tell(RealmResource realm);
    }

    /** Has the realm make something; answers its id. */
    String make(Function<RealmResource, Response> making) {
        return ask(
                realm -> {
                    try (Response made = making.apply(realm)) {
                        if (NO_LONGER_TAKEN.contains(made.getStatus())) {
                            throw new ForbiddenException();
                        }
                        // Throws what the answer means if nothing was made.
                        return CreatedResponseUtil.getCreatedId(made);
                    }
                });
    }

    void signInAgain() {
        keycloak.tokenManager().grantToken();
    }

    /** A request of the administrator to a path of the server, as it stands. */
    HttpResponse<String> send(String method, String path, String json) {
        HttpResponse<String> answer =
                send(method, path, json, keycloak.tokenManager().getAccessTokenString());
        if (!NO_LONGER_TAKEN.contains(answer.statusCode())) {
            return answer;
        }
        signInAgain();
        return send(method, path, json, keycloak.tokenManager().getAccessTokenString());
    }

    /** The same of whoever has {@code token}. */
    HttpResponse<String> send(String method, String path, String json, String token) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request to the realm's admin API, as it stands. */
    HttpResponse<String> sendToRealm(String method, String path, String json) {
        return send(method, "/admin/realms/" + realm + path, json);
    }

    static void expect(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
    }

    /** What Keycloak reads and writes as JSON. */
    static String json(Object representation) {
        try {
            return JsonSerialization.mapper.writeValueAsString(representation);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return JsonSerialization.mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
