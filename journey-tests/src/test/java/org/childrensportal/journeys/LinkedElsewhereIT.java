package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.utils.TimeBasedOTP;

/** A council's own accounts are those of another realm of this server, with Keycloak's theme. */
@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever links an account of a council")
class LinkedElsewhereIT {

    private static final String SECRET = "an-authenticator-apps-secret";
    private static final String THERE = "mallory-of-the-council";
    private static final Map<String, String> SIGN_IN_THERE =
            Map.of("username", THERE, "password", Registration.PASSWORD);

    private final Portal portal;
    private final AdminConsole admin;
    private final String council = "council-" + UUID.randomUUID();
    private final String address = "linked-" + UUID.randomUUID() + "@example.com";
    private String id;

    LinkedElsewhereIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void connect() {
        admin.importRealm(
                """
                {"realm": "%1$s", "enabled": true,
                 "clients": [{"clientId": "portal", "secret": "of-a-test", "redirectUris": ["*"]}],
                 "users": [{"username": "%4$s", "email": "%2$s", "emailVerified": true,
                   "enabled": true, "firstName": "Ann", "lastName": "Lee",
                   "credentials": [{"type": "password", "value": "%3$s"}]}]}
                """
                        .formatted(council, address, Registration.PASSWORD, THERE));
        String realm = portal.address() + "/realms/" + council + "/protocol/openid-connect";
        assertThat(
                        admin.send(
                                        "POST",
                                        "/identity-provider/instances",
                                        """
                                        {"alias": "%1$s", "displayName": "Example Council", "providerId": "oidc",
                                         "enabled": true,
                                         "config": {"authorizationUrl": "%2$s/auth", "tokenUrl": "%2$s/token",
                                           "userInfoUrl": "%2$s/userinfo", "clientId": "portal",
                                           "clientSecret": "of-a-test", "clientAuthMethod": "client_secret_post",
                                           "defaultScope": "openid profile email"}}
                                        """
                                                .formatted(council, realm))
                                .statusCode())
                .isEqualTo(201);
        admin.send(
                "POST",
                "/authentication/register-required-action",
                "{\"providerId\": \"idp_link\", \"name\": \"Linking Identity Provider\"}");
    }

    @AfterEach
    void disconnect() {
        admin.send("DELETE", "/authentication/required-actions/idp_link", "");
        admin.send("DELETE", "/identity-provider/instances/" + council, "");
        admin.removeRealm(council);
    }

    private void account(HeldPage like) {
        assertThat(admin.send("POST", "/users", like.account(address)).statusCode()).isEqualTo(201);
        id = admin.people().userId(address);
    }

    private Page there() {
        admin.clients()
                .createClient(
                        """
                        {"clientId": "links", "publicClient": true, "fullScopeAllowed": true,
                         "redirectUris": ["%s"]}
                        """
                                .formatted(portal.relyingApplication().resolve("callback")));
        return portal.browser()
                .get(
                        portal.authorization("&kc_action=idp_link:" + council)
                                .replaceFirst("client_id=[^&]*", "client_id=links"))
                .submit(Map.of("username", address, "password", Registration.PASSWORD))
                .send(Map.of());
    }

    private String links() {
        return admin.send("GET", "/users/" + id + "/federated-identity", "").body();
    }

    @Test
    @DisplayName("comes back from there with the link")
    void linked() {
        account(HeldPage.DETAILS);
        Page in = there().submit(SIGN_IN_THERE);
        assertThat(in.address()).hasParameter("code");
        assertThat(links()).contains(council);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountEnd.class,
            names = {"SIGNED_OUT", "DISABLED", "PASSWORD_SET", "ADDRESS_CHANGED"})
    @DisplayName("and has the page there open when the account is put out or changed, does not")
    void held(AccountEnd end) {
        account(HeldPage.DETAILS);
        Page there = there();
        end.happen(portal, address, id);
        Page ended = there.submit(SIGN_IN_THERE);
        assertThat(links()).doesNotContain(council);
        assertThat(ended.address()).hasPath("/realms/portal/broker/" + council + "/endpoint");
        assertThat(ended.heading()).isEqualTo(end.heading());
    }

    @Test
    @DisplayName("by the password here, and has the page of the app's code open, does not either")
    void firstTime() {
        account(HeldPage.CODE_OF_AN_APP);
        Page code = passwordHere().send(Map.of("password", Registration.PASSWORD));
        assertThat(code.document().select("[name=otp]")).as(code.html()).isNotEmpty();
        AccountEnd.PASSWORD_SET.happen(portal, address, id);
        Page ended = code.submit(Map.of("otp", new TimeBasedOTP().generateTOTP(SECRET)));
        assertThat(links()).doesNotContain(council);
        assertThat(ended.address()).hasNoParameter("code");
    }

    @Test
    @DisplayName("by the password here, and goes on once it was changed, does not either")
    void laterThanPassword() {
        account(HeldPage.DETAILS);
        Page password = passwordHere();
        URI next =
                password.browser()
                        .postOnly(
                                password.document().select("form").first().absUrl("action"),
                                Map.of("username", address, "password", Registration.PASSWORD));
        assertThat(next).hasPath("/realms/portal/broker/after-first-broker-login");
        AccountEnd.PASSWORD_SET.happen(portal, address, id);
        Page ended = password.browser().get(next.toString());
        assertThat(links()).doesNotContain(council);
        assertThat(ended.address()).hasNoParameter("code");
        assertThat(ended.heading()).isEqualTo(AccountEnd.PASSWORD_SET.heading());
    }

    /** The page that asks for the password here, once somebody has signed in there. */
    private Page passwordHere() {
        Page confirm =
                portal.signIn()
                        .follow("main a[href*=/broker/]")
                        .submit(SIGN_IN_THERE)
                        .submit(
                                Map.of(
                                        "firstName", "Ann",
                                        "lastName", "Lee",
                                        "email", address,
                                        "professional", "false"));
        Page mailed = confirm.submit(Map.of("submitAction", "linkAccount"));
        Page ways =
                mailed.browser()
                        .post(
                                mailed.document()
                                        .select("main a[href*=first-broker-login]")
                                        .first()
                                        .absUrl("href"),
                                Map.of("tryAnotherWay", "on"));
        return ways.submit(
                Map.of(
                        "authenticationExecution",
                        ways.document()
                                .select("[name=authenticationExecution]")
                                .last()
                                .attr("value")));
    }

    @Test
    @DisplayName("is not named in the file of the person whose account it would have been")
    void notNamed() {
        account(HeldPage.DETAILS);
        portal.signIn()
                .follow("main a[href*=/broker/]")
                .submit(SIGN_IN_THERE)
                .submit(
                        Map.of(
                                "firstName", "Ann",
                                "lastName", "Lee",
                                "email", address,
                                "professional", "false"))
                .submit(Map.of("submitAction", "linkAccount"));
        Browserless owner = portal.browser();
        Registration.signIn(portal, owner, address);
        Page file =
                owner.get(portal.authorization("&kc_action=portal-data"))
                        .send(Map.of("file", "true"));
        assertThat(file.html())
                .contains("SEND_IDENTITY_PROVIDER_LINK")
                .doesNotContain("mallory", "broker_session_id");
    }
}
