package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.PortalUnderPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalUnderPath.Provider.class)
@DisplayName("Where the step is switched off that asks for the code,")
class ConfirmationOffIT {

    private static final String STEP = "portal-verify-email-code";
    private static final String CANNOT_SIGN_IN = "You cannot sign in at the moment";

    private final PortalUnderPath portal;
    private final AdminConsole admin;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    ConfirmationOffIT(PortalUnderPath portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private void switchOff() {
        admin.realm().switchRequiredAction(STEP, false);
    }

    @AfterEach
    void switchOn() {
        admin.realm().switchRequiredAction(STEP, true);
    }

    @Test
    @DisplayName("whoever waits for the code gets no token without it")
    void codePage() {
        Grants grants = new Grants(portal);
        grants.install();
        Page page =
                portal.browser()
                        .get(
                                portal.authorization(
                                        Grants.CLIENT, "&prompt=create&response_type=code"))
                        .submit(Registration.PUBLIC)
                        .submit(Registration.account(address));
        switchOff();
        String wrong = Registration.wrong(portal.codeFor(address));
        assertThat(exchanged(grants, page.submit(Map.of("code", wrong)))).contains("invalid_grant");
        assertThat(admin.history().events("CODE_TO_TOKEN", admin.people().userId(address)))
                .isEmpty();
    }

    /** What the token endpoint says to the code that an application was given. */
    private static String exchanged(Grants grants, Page page) {
        String code = page.address().toString().replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return grants.token(
                        "authorization_code",
                        Grants.CLIENT,
                        Map.of("code", code, "redirect_uri", PortalUnderPath.CALLBACK))
                .html();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "token", "code token", "id_token"})
    @DisplayName("an unconfirmed account does not get in: a page says so, no session is left")
    void signIn(String responseType) {
        new Grants(portal).install();
        String id = admin.people().createUser(address, Registration.PASSWORD);
        switchOff();
        int events = portal.refusedAccounts();
        Page page =
                portal.browser()
                        .get(
                                portal.authorization(
                                        Grants.CLIENT,
                                        "&nonce=n&response_type="
                                                + Browserless.encode(responseType)))
                        .submit(Map.of("username", address, "password", Registration.PASSWORD));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo(CANNOT_SIGN_IN);
        assertThat(page.address().toString()).startsWith(portal.address().toString());
        assertThat(admin.people().sessions(id)).isEqualTo("[]");
        assertThat(portal.refusedAccounts()).isEqualTo(events + 1);
        assertThat(admin.history().events("LOGIN", id)).isEmpty();
        assertThat(portal.signIn(page.browser()).heading()).isEqualTo("My account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "token", "code token"})
    @DisplayName("a session of an account that is unconfirmed since gives no token without asking")
    void silently(String responseType) {
        Grants grants = new Grants(portal);
        grants.install();
        Grants.Person person = grants.confirmed();
        Browserless browser = portal.browser();
        String request =
                portal.authorization(
                        Grants.CLIENT,
                        "&nonce=n&response_type=" + Browserless.encode(responseType));
        browser.get(request)
                .submit(Map.of("username", person.address(), "password", Registration.PASSWORD));
        switchOff();
        admin.people().setEmailVerified(person.id(), false);
        Page page = browser.get(request + "&prompt=none");
        assertThat(page.address().toString()).doesNotContain("token=");
        if (responseType.equals("code")) {
            assertThat(exchanged(grants, page)).contains("invalid_grant");
        } else {
            assertThat(page.heading()).isEqualTo(CANNOT_SIGN_IN);
        }
    }

    @Test
    @DisplayName("direct grants give no token and leave no session")
    void directGrant() {
        Grants grants = new Grants(portal);
        grants.install();
        String id = admin.people().createUser(address, Registration.PASSWORD);
        switchOff();
        int events = portal.refusedAccounts();
        for (String scope : new String[] {"openid", "openid offline_access"}) {
            Page answer =
                    grants.token(
                            "password",
                            Grants.CLIENT,
                            Map.of(
                                    "username", address,
                                    "password", Registration.PASSWORD,
                                    "scope", scope));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.html()).contains("invalid_grant", "Account is not fully set up");
        }
        assertThat(admin.people().sessions(id)).isEqualTo("[]");
        assertThat(portal.refusedAccounts()).isEqualTo(events + 2);
    }
}
