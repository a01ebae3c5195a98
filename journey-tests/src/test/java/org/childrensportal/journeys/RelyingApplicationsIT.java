package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.checks.DocumentTable;
import org.childrensportal.local.RelyingParty.SignedIn;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("As docs/relying-applications.md says,")
class RelyingApplicationsIT {

    private static final String TOLD = "an-application-with-a-front-channel";

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";
    private String id = "";

    RelyingApplicationsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser();
    }

    @BeforeEach
    void somebody() {
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
    }

    @AfterEach
    void nobody() {
        admin.people().removeUser(id);
    }

    private URI issuer() {
        return URI.create(portal.address() + "/realms/portal");
    }

    private SignedIn signIn() {
        return portal.signedIn(Registration.signIn(portal, browser, address));
    }

    private static List<Map<String, String>> table(String heading) {
        return DocumentTable.under(DocumentedClaim.PAGE, heading);
    }

    @Test
    @DisplayName("the portal's metadata name its endpoints")
    void discovery() {
        Map<String, Object> metadata = ToldClaims.metadata(issuer()).toJSONObject();
        for (Map<String, String> row : table("Discovery")) {
            String name = DocumentTable.code(row.get("name"));
            assertThat(metadata)
                    .containsEntry(name, issuer() + DocumentTable.code(row.get("address")));
        }
    }

    @Test
    @DisplayName("codes, tokens and sessions have the lives that the realm gives them")
    void lives() {
        JsonNode realm = ToldClaims.read(admin.send("GET", "", "").body());
        for (Map<String, String> row : table("Lives")) {
            String setting = DocumentTable.code(row.get("setting"));
            assertThat(realm.path(setting).asText()).as(setting).isEqualTo(row.get("seconds"));
        }
    }

    @Test
    @DisplayName("acr is 1 for a password that was typed, and 0 for a session that was there")
    void acr() {
        IDTokenClaimsSet typed = signIn().claims();
        IDTokenClaimsSet there = portal.signedIn(browser.get(portal.authorization(""))).claims();
        assertThat(typed.getACR().getValue()).isEqualTo("1");
        assertThat(there.getACR().getValue()).isEqualTo("0");
        assertThat(there.getAuthenticationTime()).isEqualTo(typed.getAuthenticationTime());
    }

    @Test
    @DisplayName("ui_locales chooses the language for people who have not chosen one")
    void language() {
        assertThat(portal.signIn("&ui_locales=cy").document().select("html").attr("lang"))
                .isEqualTo("cy");
    }

    @Test
    @DisplayName("each action can be begun by an application, and be left again")
    void actions() {
        signIn();
        for (Map<String, String> row : table("Actions")) {
            String action = DocumentTable.code(row.get("kc_action"));
            Page page = browser.get(portal.authorization("&kc_action=" + action));
            assertThat(page.status()).as(action).isEqualTo(200);
            assertThat(page.submit(Map.of("cancel-aia", "true")).address())
                    .as(action)
                    .hasParameter("kc_action_status", "cancelled")
                    .hasParameter("code");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERIFY_EMAIL", "nonsense"})
    @DisplayName("an action that the realm hasn't switched on is told by kc_action_status")
    void noSuchAction(String action) {
        signIn();
        assertThat(browser.get(portal.authorization("&kc_action=" + action)).address())
                .hasParameter("kc_action_status", "error")
                .hasParameter("code");
    }

    @Test
    @DisplayName("an application that sends the ID token signs people out without a question")
    void signOut() {
        Page out = browser.get(signOut("id_token_hint", signIn().tokens().getIDTokenString()));
        assertThat(out.address()).isEqualTo(portal.relyingApplication());
        assertThat(admin.people().sessions(id)).isEqualTo("[]");
    }

    @Test
    @DisplayName("without it people are asked whether they want to be signed out")
    void signOutAsked() {
        signIn();
        Page asked = browser.get(signOut("client_id", "portal-web"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(admin.people().sessions(id)).isNotEqualTo("[]");
        assertThat(asked.send(Map.of("confirmLogout", "yes")).address())
                .isEqualTo(portal.relyingApplication());
        assertThat(admin.people().sessions(id)).isEqualTo("[]");
    }

    private String signOut(String parameter, String value) {
        return ToldClaims.metadata(issuer()).getEndSessionEndpointURI()
                + "?%s=%s&post_logout_redirect_uri=%s"
                        .formatted(
                                parameter,
                                value,
                                Browserless.encode(portal.relyingApplication().toString()));
    }

    @Test
    @DisplayName(
            "an application with a front channel is told in the browser, by issuer and session")
    void frontChannel() {
        String callback = portal.relyingApplication().resolve("callback").toString();
        admin.clients()
                .createClient(
                        """
                        {"clientId": "%s", "publicClient": true, "redirectUris": ["%s"], "frontchannelLogout": true,
                         "defaultClientScopes": ["basic"],
                         "attributes": {"frontchannel.logout.url": "http://localhost:9/out",
                                        "frontchannel.logout.session.required": "true"}}
                        """
                                .formatted(TOLD, callback));
        try {
            SignedIn person = signIn();
            browser.get(
                    ToldClaims.metadata(issuer()).getAuthorizationEndpointURI()
                            + "?response_type=code&scope=openid&client_id=%s&redirect_uri=%s"
                                    .formatted(TOLD, Browserless.encode(callback)));
            Page out = browser.get(signOut("id_token_hint", person.tokens().getIDTokenString()));
            assertThat(URI.create(out.document().select("iframe").attr("src")))
                    .hasPath("/out")
                    .hasParameter("iss", issuer().toString())
                    .hasParameter("sid", (String) person.claims().getClaim("sid"));
            assertThat(out.document().select("a[data-go-on]").attr("href"))
                    .isEqualTo(portal.relyingApplication().toString());
        } finally {
            String client = admin.send("GET", "/clients?clientId=" + TOLD, "").body();
            admin.send("DELETE", "/clients/" + AdminConsole.field(client, "id"), "");
        }
    }
}
