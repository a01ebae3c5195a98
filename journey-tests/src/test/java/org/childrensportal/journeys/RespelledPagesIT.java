package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A page that somebody holds open, sent to its address in another spelling")
class RespelledPagesIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "spelled-" + UUID.randomUUID() + "@example.com";

    RespelledPagesIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "CONSENT, consent/",
        "CONSENT, consent;a=b",
        "CONSENT, consent;a=b/",
        "CONSENT, %63onsent",
        "CONSENT, /consent",
        "APP_SET_UP, required-action/",
        "CODE_OF_AN_APP, authenticate/",
        "DETAILS, required-action;a=b"
    })
    @DisplayName("does nothing either once the password was changed")
    void respelled(HeldPage held, String spelling) {
        assertThat(admin.send("POST", "/users", held.account(address)).statusCode()).isEqualTo(201);
        String id = admin.people().userId(address);
        Page page = held.open(portal, address, id);
        AccountEnd.PASSWORD_SET.happen(portal, address, id);
        List<String> before = state(id);
        Page ended = held.send(portal, respelled(page, spelling), address);
        assertThat(ended.address()).hasNoParameter("code");
        assertThat(state(id)).isEqualTo(before);
        assertThat(ended.status()).isBetween(400, 499);
    }

    /** The page, whose forms are sent to another spelling of the same address. */
    private static Page respelled(Page page, String spelling) {
        String respelled =
                page.html()
                        .replaceAll(
                                "/login-actions/(consent|required-action|authenticate)\\?",
                                "/login-actions/" + spelling + "?");
        assertThat(respelled).isNotEqualTo(page.html());
        return new Page(page.browser(), page.address(), page.status(), respelled);
    }

    private List<String> state(String id) {
        return List.of(
                admin.send("GET", "/users/" + id, "").body(),
                admin.send("GET", "/users/" + id + "/credentials", "").body(),
                admin.send("GET", "/users/" + id + "/consents", "").body());
    }
}
