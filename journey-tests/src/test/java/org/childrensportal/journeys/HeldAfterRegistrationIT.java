package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("A page held open by whoever has just registered")
class HeldAfterRegistrationIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "fresh-" + UUID.randomUUID() + "@example.com";

    HeldAfterRegistrationIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private Page consent() {
        admin.clients()
                .createClient(
                        """
                        {"clientId": "asks", "publicClient": true, "consentRequired": true,
                         "redirectUris": ["%s"]}
                        """
                                .formatted(portal.relyingApplication().resolve("callback")));
        Page code =
                portal.browser()
                        .get(
                                portal.authorization("")
                                        .replaceFirst("client_id=[^&]*", "client_id=asks"))
                        .follow("a[href*=registration]")
                        .submit(Registration.PUBLIC)
                        .submit(Registration.account(address));
        return code.submit(Map.of("code", portal.codeFor(address)));
    }

    @Test
    @DisplayName("signs nobody in after a new password")
    void registered() {
        Page consent = consent();
        String id = admin.people().userId(address);
        admin.people().resetPassword(id, "Third-Horse-9-staple");
        Page ended = consent.send(Map.of("accept", "yes"));
        assertThat(ended.address()).hasNoParameter("code");
        assertThat(ended.heading()).isEqualTo("You need to sign in again");
    }

    @Test
    @DisplayName("lets them in if nothing has happened")
    void goesOn() {
        assertThat(consent().send(Map.of("accept", "yes")).address()).hasParameter("code");
    }

    @Test
    @DisplayName(
            "lets them in if an administrator set a password before they confirmed the address")
    void setBefore() {
        Page code = Registration.codePage(portal, address);
        admin.people()
                .resetPassword(admin.people().pendingIds(address).get(0), "Third-Horse-9-staple");
        assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }
}
