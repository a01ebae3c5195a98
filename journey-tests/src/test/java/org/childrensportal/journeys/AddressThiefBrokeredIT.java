package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Another service's accounts are those of another realm of this server. */
@ExtendWith(Portal.Provider.class)
@DisplayName("Somebody who has taken an account over, and has an account of another service,")
class AddressThiefBrokeredIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String council = "council-" + UUID.randomUUID();
    private final String thiefs = MovingPerson.newAddress();

    AddressThiefBrokeredIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void connect() {
        admin.importRealm(
                """
                {"realm": "%1$s", "enabled": true,
                 "clients": [{"clientId": "portal", "secret": "of-a-test", "redirectUris": ["*"]}],
                 "users": [{"username": "thief", "email": "%2$s", "emailVerified": true,
                   "enabled": true, "firstName": "Ann", "lastName": "Lee",
                   "credentials": [{"type": "password", "value": "%3$s"}]}]}
                """
                        .formatted(council, thiefs, Registration.PASSWORD));
        String realm = portal.address() + "/realms/" + council + "/protocol/openid-connect";
        assertThat(
                        admin.send(
                                        "POST",
                                        "/identity-provider/instances",
                                        """
                                        {"alias": "%1$s", "displayName": "Example Council",
                                         "providerId": "oidc", "enabled": true,
                                         "config": {"authorizationUrl": "%2$s/auth",
                                           "tokenUrl": "%2$s/token", "userInfoUrl": "%2$s/userinfo",
                                           "clientId": "portal", "clientSecret": "of-a-test",
                                           "clientAuthMethod": "client_secret_post",
                                           "defaultScope": "openid profile email"}}
                                        """
                                                .formatted(council, realm))
                                .statusCode())
                .isEqualTo(201);
    }

    @AfterEach
    void disconnect() {
        admin.send("DELETE", "/identity-provider/instances/" + council, "");
        admin.removeRealm(council);
    }

    private Page signedInThere(Browserless browser) {
        return portal.signIn(browser)
                .follow("main a[href*='/broker/" + council + "/']")
                .submit(Map.of("username", "thief", "password", Registration.PASSWORD));
    }

    @Test
    @DisplayName("does not come in by it after the change back, though it was begun before")
    void heldOpen() {
        MovingPerson person = MovingPerson.signedIn(portal);
        person.changeTo(thiefs);
        Page waiting =
                signedInThere(portal.browser())
                        .submit(
                                Map.of(
                                        "firstName", "Ann",
                                        "lastName", "Lee",
                                        "email", thiefs,
                                        "professional", "false"))
                        .submit(Map.of("submitAction", "linkAccount"));
        assertThat(waiting.heading()).isEqualTo("Confirm that the account is yours");
        Page confirmed = portal.browser().get(portal.linkFor(thiefs)).follow("main a");
        assertThat(confirmed.heading()).startsWith("Your email address is confirmed");
        portal.browser().get(portal.mail().wayBackFor(person.address())).send(Map.of());
        Page in = waiting.follow("main a");
        assertThat(in.address()).hasNoParameter("code");
        assertThat(admin.send("GET", "/users/" + person.id() + "/federated-identity", "").body())
                .isEqualTo("[]");
        assertThat(admin.people().sessions(person.id())).isEqualTo("[]");
    }
}
