package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("An application that does something wrong, or whose person can't go on,")
class ApplicationErrorsIT {

    private static final String CLIENT = "portal-web";
    private static final String CONFIDENTIAL = "an-application-with-a-secret";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";
    private String id = "";

    ApplicationErrorsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void somebody() {
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        admin.clients()
                .createClient(
                        "{\"clientId\": \"%s\", \"secret\": \"right\", \"publicClient\": false}"
                                .formatted(CONFIDENTIAL));
    }

    @AfterEach
    void nobody() {
        admin.people().removeUser(id);
        String client = admin.send("GET", "/clients?clientId=" + CONFIDENTIAL, "").body();
        admin.send("DELETE", "/clients/" + AdminConsole.field(client, "id"), "");
    }

    @Test
    @DisplayName("is told what the table of errors in docs/relying-applications.md says")
    void table() throws GeneralException, IOException {
        Set<ToldError> told = new LinkedHashSet<>(atItsCallback());
        told.addAll(atTheTokenEndpoint());
        told.add(atUserInfo());
        assertThat(told).containsExactlyInAnyOrderElementsOf(ToldError.documented());
    }

    @Test
    @DisplayName("gets nobody sent to an address that it has not registered: they meet a page")
    void strangeAddress() {
        String strange = "https://elsewhere.example/";
        for (String request :
                List.of(
                        with("redirect_uri", Browserless.encode(strange)),
                        with("client_id", "nobody"))) {
            Page page = portal.browser().get(request);
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.html()).doesNotContain(strange);
        }
    }

    private Page signedIn() {
        return Registration.signIn(portal, portal.browser(), address);
    }

    /** The authorization request with another value for a parameter; without it if that's empty. */
    private String with(String parameter, String value) {
        return portal.authorization("")
                .replaceFirst(
                        "([?&])" + parameter + "=[^&]*",
                        value.isEmpty() ? "$1unused=" : "$1" + parameter + "=" + value);
    }

    private Set<ToldError> atItsCallback() {
        Browserless browser = portal.browser();
        return Stream.of(
                        portal.signIn("&prompt=none"),
                        Registration.signIn(portal, browser, address)
                                .browser()
                                .get(
                                        portal.authorization(
                                                "&prompt=none&kc_action=UPDATE_PASSWORD")),
                        browser.get(with("code_challenge_method", "")),
                        browser.get(with("scope", "openid+nonsense")))
                .map(ToldError::atCallback)
                .collect(Collectors.toSet());
    }

    private Set<ToldError> atTheTokenEndpoint() {
        Page used = signedIn();
        String refresh = refreshToken(used);
        refresh(refresh);
        String left = refreshToken(signedIn());
        Set<ToldError> told =
                new LinkedHashSet<>(
                        List.of(
                                refresh(refresh),
                                exchange(used),
                                exchange(signedIn()),
                                token(CLIENT + "-unknown", Map.of("refresh_token", left)),
                                token(
                                        CONFIDENTIAL,
                                        Map.of("refresh_token", left, "client_secret", "wrong"))));
        admin.people().setEmailVerified(id, false);
        told.add(refresh(left));
        admin.send("POST", "/users/" + id + "/logout", "{}");
        told.add(refresh(left));
        return told;
    }

    private String refreshToken(Page page) {
        return portal.signedIn(page).tokens().getRefreshToken().getValue();
    }

    private ToldError refresh(String token) {
        return token(CLIENT, Map.of("refresh_token", token));
    }

    /** The code of that page, with a verifier that isn't the one. */
    private ToldError exchange(Page page) {
        return token(
                CLIENT,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", ToldError.parameters(page.address()).get("code"),
                        "redirect_uri", portal.relyingApplication().resolve("callback").toString(),
                        "code_verifier", "wrong".repeat(10)));
    }

    private ToldError token(String client, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "refresh_token"));
        form.put("client_id", client);
        form.putAll(more);
        return ToldError.atTokenEndpoint(admin.account().token(form));
    }

    private ToldError atUserInfo() throws GeneralException, IOException {
        ErrorObject error =
                UserInfoResponse.parse(
                                new UserInfoRequest(
                                                ToldClaims.metadata(
                                                                URI.create(
                                                                        portal.address()
                                                                                + "/realms/portal"))
                                                        .getUserInfoEndpointURI(),
                                                new BearerAccessToken("no-token"))
                                        .toHTTPRequest()
                                        .send())
                        .toErrorResponse()
                        .getErrorObject();
        return new ToldError("userinfo", error.getCode(), error.getDescription());
    }
}
