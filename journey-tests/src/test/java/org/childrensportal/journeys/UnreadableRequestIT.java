package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.childrensportal.people.Page;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fuzzing found. */
@ExtendWith(Portal.Provider.class)
@DisplayName("A request that nobody can read")
class UnreadableRequestIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final HttpResponse.BodyHandler<String> BODY =
            HttpResponse.BodyHandlers.ofString();

    private final Portal portal;

    UnreadableRequestIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @CsvSource({
        FORM + ", token=%zz",
        FORM + ", token=%",
        FORM + "; charset=nobodys, token=a",
        "multipart/form-data; boundary=other, token=a",
    })
    @DisplayName("is the sender's fault, on a page with its policy, and no error in the log")
    void refused(String type, String body) throws Exception {
        long errors = errors();
        HttpResponse<String> answer = post("portal", type, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertHasPolicy(answer);
        assertThat(errors()).isEqualTo(errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "nonsense", "text"})
    @DisplayName("has a page with its policy too where not even its type is one")
    void typeless(String type) throws Exception {
        long errors = errors();
        HttpResponse<String> answer = post("portal", type, "token=a");
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertHasPolicy(answer);
        assertThat(errors()).isEqualTo(errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login-actions/registration?tab_id=%01", "portal-way-back?token=%00"})
    @DisplayName("has a page with its policy where Keycloak blocks control characters")
    void blocked(String path) throws Exception {
        HttpResponse<String> answer = HTTP.send(request("portal", path).GET().build(), BODY);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertHasPolicy(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal-way-back?token=a",
                "login-actions/authenticate?tab_id=a",
                "protocol/openid-connect/auth?client_id=account&response_type=code",
            })
    @DisplayName("because the weight of a language is no number, is refused in the realm's own")
    void weight(String path) throws Exception {
        long errors = errors();
        HttpResponse<String> answer =
                HTTP.send(
                        request("portal", path).header("Accept-Language", "cy;q=x").GET().build(),
                        BODY);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertHasPolicy(answer);
        assertThat(answer.body()).contains("lang=\"en\"");
        assertThat(errors()).isEqualTo(errors);
    }

    @Test
    @DisplayName("because its language has a line break, which no cookie takes, is refused too")
    void language() throws IOException {
        Page page = portal.signIn().follow("a[href*=reset-credentials]");
        long errors = errors();
        Page refused = page.browser().get(page.address() + "&kc_locale=a%0D%0Ab");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.heading()).isNotEmpty();
        assertThat(errors()).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, {nobody}", "POST, {nobody}",
        "GET, []", "POST, []",
        "GET, [object Object]", "POST, [object Object]",
        "GET, [::1", "POST, [::1",
    })
    @DisplayName("because its host is none, gets the page for when nothing works, with its policy")
    void host(String method, String host) throws IOException {
        portal.signIn();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), portal.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            """
                            %s /realms/portal/login-actions/authenticate HTTP/1.1
                            Host: %s
                            Accept: text/html
                            Connection: close
                            Content-Type: application/x-www-form-urlencoded
                            Content-Length: 5

                            a=%%zz\
                            """
                                    .formatted(method, host)
                                    .replace("\n", "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .contains("The service is not available just now")
                    .containsIgnoringCase(
                            "content-security-policy: default-src 'none'; style-src 'self'");
        }
    }

    @Test
    @DisplayName("is answered in other realms as by Keycloak")
    void otherRealm() throws Exception {
        assertThat(post("master", FORM, "token=%zz").statusCode()).isEqualTo(500);
    }

    private HttpResponse<String> post(String realm, String type, String body) throws Exception {
        String path = realm.equals("portal") ? "portal-way-back" : "login-actions/authenticate";
        return HTTP.send(
                request(realm, path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BODY);
    }

    private HttpRequest.Builder request(String realm, String path) {
        return HttpRequest.newBuilder(
                        URI.create(portal.address() + "/realms/" + realm + "/" + path))
                .header("Accept", "text/html");
    }

    private static void assertHasPolicy(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; ");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body()).contains("<h1").doesNotContain("java.", "${");
    }

    private long errors() throws IOException {
        try (var lines = Files.lines(portal.logs().get(0))) {
            return lines.filter(line -> line.contains(" ERROR [")).count();
        }
    }
}
