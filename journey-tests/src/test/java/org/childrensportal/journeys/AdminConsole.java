package org.childrensportal.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A realm administrator at Keycloak's admin REST API. */
final class AdminConsole {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    AdminConsole(URI server) {
        this.server = server;
    }

    /** Creates an enabled professional with an unconfirmed address; answers the user's id. */
    String createUser(String address, String password) {
        HttpResponse<String> created =
                send(
                        "POST",
                        "/users",
                        """
                        {"username": "%1$s", "email": "%1$s", "enabled": true, "firstName": "Ann",
                         "lastName": "Lee", "attributes": {"professional": ["false"]},
                         "credentials": [{"type": "password", "value": "%2$s"}]}
                        """
                                .formatted(address, password));
        expect(created, 201);
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    void setEmailVerified(String id, boolean verified) {
        String user = send("GET", "/users/" + id, "").body();
        String changed =
                user.replaceFirst(
                        "\"emailVerified\":(true|false)", "\"emailVerified\":" + verified);
        expect(send("PUT", "/users/" + id, changed), 204);
    }

    void createDirectGrantClient(String clientId) {
        HttpResponse<String> created =
                send(
                        "POST",
                        "/clients",
                        """
                        {"clientId": "%s", "publicClient": true, "directAccessGrantsEnabled": true,
                         "optionalClientScopes": ["offline_access"]}
                        """
                                .formatted(clientId));
        if (created.statusCode() != 409) {
            expect(created, 201);
        }
    }

    /** A request to the portal realm's token endpoint. */
    Page token(Map<String, String> form) {
        return new Browserless(server)
                .post(server + "/realms/portal/protocol/openid-connect/token", form);
    }

    /** The value of a string field of a JSON object. */
    static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + name);
        }
        return matcher.group(1);
    }

    private HttpResponse<String> send(String method, String path, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server + "/admin/realms/portal" + path))
                        .header("Authorization", "Bearer " + adminToken())
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
