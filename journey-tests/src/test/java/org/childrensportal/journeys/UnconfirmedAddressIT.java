package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("An account whose address is not confirmed")
class UnconfirmedAddressIT {

    private static final String PASSWORD = "Correct-Horse-7-battery";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    UnconfirmedAddressIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&kc_action=portal-verify-email-code",
                "&kc_action=UPDATE_PASSWORD",
                "&kc_action=VERIFY_EMAIL",
                "&kc_action=nonsense",
                "&prompt=login",
                "&prompt=consent",
                "&max_age=0"
            })
    @DisplayName("made by an administrator, gets no token whatever the request asks for")
    void noTokenInTheBrowser(String parameters) {
        admin.people().createUser(address, PASSWORD);
        Page page =
                portal.signIn(parameters).submit(Map.of("username", address, "password", PASSWORD));
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertThat(page.submit(Map.of("cancel-aia", "true")).heading())
                .isEqualTo("Confirm your email");
        assertThat(page.browser().get(portal.authorization("&prompt=none")).address().toString())
                .contains("error=");
    }

    @Test
    @DisplayName("made by an administrator, keeps its address, whatever its code page is sent")
    void keepsAddress() {
        String id = admin.people().createUser(address, PASSWORD);
        Page page = portal.signIn("").submit(Map.of("username", address, "password", PASSWORD));
        assertThat(page.document().select("a.govuk-button--secondary")).isEmpty();
        String other = "other-" + address;
        page.submit(Map.of("step", "address", "email", other));
        assertThat(admin.send("GET", "/users/" + id, "").body())
                .contains("\"email\":\"" + address)
                .doesNotContain(other);
        assertThat(portal.mail().countFor(other)).isZero();
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("gets no token by direct grant, and is told so with status 400")
    void noTokenByDirectGrant() {
        admin.people().createUser(address, PASSWORD);
        Page answer = admin.account().directGrant(address, PASSWORD, "openid");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.html()).contains("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid offline_access"})
    @DisplayName("cannot refresh the tokens that it had while it was confirmed")
    void noRefresh(String scope) {
        String id = admin.people().createUser(address, PASSWORD);
        admin.people().setEmailVerified(id, true);
        Page tokens = admin.account().directGrant(address, PASSWORD, scope);
        assertThat(tokens.status()).isEqualTo(200);
        admin.people().setEmailVerified(id, false);
        Page answer = admin.account().refreshed(tokens);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.html()).contains("invalid_grant");
    }
}
