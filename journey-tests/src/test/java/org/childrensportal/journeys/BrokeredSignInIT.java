package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A council's own accounts are those of another realm of this server, with Keycloak's theme. */
@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever signs in with an account of a council")
class BrokeredSignInIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String council = "council-" + UUID.randomUUID();
    private final String address = "brokered-" + UUID.randomUUID() + "@example.com";

    BrokeredSignInIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void connect() {
        admin.importRealm(
                """
                {"realm": "%1$s", "enabled": true,
                 "clients": [{"clientId": "portal", "secret": "of-a-test", "redirectUris": ["*"]}],
                 "users": [{"username": "ann", "email": "%2$s", "emailVerified": true, "enabled": true,
                   "firstName": "Ann", "lastName": "Lee",
                   "credentials": [{"type": "password", "value": "%3$s"}]}]}
                """
                        .formatted(council, address, Registration.PASSWORD));
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
    }

    private Page signedInThere() {
        Page there = portal.signIn().follow("main a[href*=/broker/]");
        return there.submit(Map.of("username", "ann", "password", Registration.PASSWORD));
    }

    @Test
    @DisplayName("checks the details on a page of the portal's, and comes in")
    void first() {
        Page details = signedInThere();
        assertPortals(details, "Check your details");
        assertThat(details.value("firstName")).isEqualTo("Ann");
        assertThat(details.document().select("label[for=firstName]").text())
                .isEqualTo("Forename *");
        Page refused = details.submit(Map.of("firstName", "", "lastName", "Lee", "email", address));
        assertPortals(refused, "Check your details");
        assertThat(refused.errors()).contains("Enter your forename");
        Page code =
                refused.submit(
                        Map.of(
                                "firstName", "Ann",
                                "lastName", "Lee",
                                "email", address,
                                "professional", "false"));
        assertPortals(code, "Confirm your email");
        assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("and has one here already is asked on pages of the portal's whether it is theirs")
    void link() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        Page confirm =
                signedInThere()
                        .submit(
                                Map.of(
                                        "firstName", "Ann",
                                        "lastName", "Lee",
                                        "email", address,
                                        "professional", "false"));
        assertPortals(confirm, "You already have an account");
        assertThat(confirm.document().select("main button").eachText())
                .containsExactly("Use my account here", "Check my details again");
        Page mailed = confirm.submit(Map.of("submitAction", "linkAccount"));
        assertPortals(mailed, "Confirm that the account is yours");
        assertThat(mailed.document().select("main").text())
                .contains("Example Council")
                .doesNotContain("Click here");
        Page linked = mailed.browser().get(portal.linkFor(address));
        Page in = linked.status() == 200 ? linked.follow("main a") : linked;
        assertThat(in.address()).hasParameter("code");
        assertThat(admin.send("GET", "/users/" + id + "/federated-identity", "").body())
                .contains(council);
    }

    private static void assertPortals(Page page, String heading) {
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.document().select(".portal-header, .portal-footer")).hasSize(2);
        assertThat(page.document().select("main [id^=kc-], main [class*=kc-]")).isEmpty();
        assertThat(page.document().select("main :is(button, input[type=submit])"))
                .allMatch(button -> button.is(".govuk-button, .portal-link-button"));
        assertThat(page.document().select("script:not([src])")).isEmpty();
    }

    @AfterEach
    void disconnect() {
        admin.send("DELETE", "/identity-provider/instances/" + council, "");
        admin.removeRealm(council);
    }
}
