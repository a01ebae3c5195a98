package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.models.utils.TimeBasedOTP;

@ExtendWith(Portal.Provider.class)
@DisplayName("Ways to sign in, when a changed address is changed back,")
class AddressWaysInIT {

    private final Portal portal;
    private final AdminConsole admin;

    AddressWaysInIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
        admin.clients().removeIdentityProvider();
    }

    @Test
    @DisplayName("stay if they are older, and are removed if they were added since")
    void removed() {
        admin.people().createFederatedUser("federated-" + MovingPerson.newAddress());
        MovingPerson person = MovingPerson.signedIn(portal);
        admin.people().link(person.id(), "council", "theirs");
        person.changeTo(MovingPerson.newAddress());
        Page page = person.browser().get(portal.authorization("&kc_action=CONFIGURE_TOTP"));
        String secret = page.document().select("[name=totpSecret]").attr("value");
        page.send(Map.of("totp", new TimeBasedOTP().generateTOTP(secret), "userLabel", "thief"));
        assertThat(credentials(person)).contains("\"otp\"");
        admin.send("DELETE", "/users/" + person.id() + "/federated-identity/council", "");
        admin.people().link(person.id(), "council", "thiefs");
        portal.browser().get(portal.mail().wayBackFor(person.address())).send(Map.of());
        assertThat(credentials(person)).doesNotContain("\"otp\"", "\"type\":\"password\"");
        assertThat(links(person)).isEqualTo("[]");
    }

    @Test
    @DisplayName("stay if they were there long before the change")
    void stay() {
        admin.people().createFederatedUser("federated-" + MovingPerson.newAddress());
        MovingPerson person = MovingPerson.signedIn(portal);
        admin.people().link(person.id(), "council", "theirs-" + person.id());
        portal.clockAhead(Duration.ofMinutes(1));
        person.changeTo(MovingPerson.newAddress());
        portal.browser().get(portal.mail().wayBackFor(person.address())).send(Map.of());
        assertThat(links(person)).contains("theirs-" + person.id());
    }

    private String credentials(MovingPerson person) {
        return admin.send("GET", "/users/" + person.id() + "/credentials", "").body();
    }

    private String links(MovingPerson person) {
        return admin.send("GET", "/users/" + person.id() + "/federated-identity", "").body();
    }
}
