package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** So that they sign in by a passkey, or elsewhere, from now on. */
@ExtendWith(Portal.Provider.class)
@DisplayName("Somebody who is signed in when an administrator removes their password")
class PasswordRemovedIT {

    private static final String APPLICATION = "direct-grant";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "removed-" + UUID.randomUUID() + "@example.com";
    private String id;

    PasswordRemovedIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void account() {
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
    }

    @Test
    @DisplayName("stays signed in on the browser")
    void browser() {
        Browserless browser = portal.browser();
        Registration.signIn(portal, browser, address);
        removePassword();
        assertThat(portal.signIn(browser).address()).hasParameter("code");
    }

    @Test
    @DisplayName("gets tokens still")
    void tokens() {
        admin.clients().createDirectGrantClient(APPLICATION);
        Page first =
                token(
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                APPLICATION,
                                "scope",
                                "openid",
                                "username",
                                address,
                                "password",
                                Registration.PASSWORD));
        removePassword();
        Page second =
                token(
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                APPLICATION,
                                "refresh_token",
                                AdminConsole.field(first.html(), "refresh_token")));
        assertThat(second.html()).contains("access_token");
    }

    private Page token(Map<String, String> form) {
        return admin.account().token(form);
    }

    private void removePassword() {
        String credentials = admin.send("GET", "/users/" + id + "/credentials", "").body();
        String credential = AdminConsole.field(credentials, "id");
        assertThat(
                        admin.send("DELETE", "/users/" + id + "/credentials/" + credential, "")
                                .statusCode())
                .isEqualTo(204);
    }
}
