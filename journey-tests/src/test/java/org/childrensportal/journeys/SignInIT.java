package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.utils.TimeBasedOTP;

@ExtendWith(Portal.Provider.class)
@DisplayName("Signing in")
class SignInIT {

    private static final String OTHERS_PASSWORD = "Another-Horse-8-staple";
    private static final String SECRET = "an-authenticator-apps-secret";
    private static final int LATER_CLAIMS = 7;

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID().toString();

    SignInIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann%s@xn--mnchen-3ya.example",
                " Ann%s@XN--MNCHEN-3YA.Example ",
                "ann%s@münchen.example",
                "ann%s@MU\u0308NCHEN.example",
                "ann%s@münchen.example\u00A0",
                "\u200Bann%s@münchen.example\u200B",
                "\u2003\uFEFFann%s@xn--mnchen-3ya.example\u3000",
                "Ann%s@ｍünchen.ｅxample",
                "ann%s@münchen。example",
                "\"ann%s\"@münchen.example",
            })
    @DisplayName("finds the account however its address is spelled")
    void spellings(String spelling) {
        String address = "ann%s@xn--mnchen-3ya.example".formatted(unique);
        confirmed(address);
        Page page = Registration.signIn(portal, portal.browser(), spelling.formatted(unique));
        assertThat(page.address()).hasParameter("code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s@example.com\u00A0",
                "\u200B%s@Example.COM",
                "%s@ｅxａmple.com",
                "%s@example。com",
                "\"%s\"@example.com"
            })
    @DisplayName("finds the pending account however the address that it claims is spelled")
    void pendingSpellings(String spelling) {
        Registration.codePage(portal, unique + "@example.com");
        Page page = Registration.signIn(portal, portal.browser(), spelling.formatted(unique));
        assertThat(page.heading()).isEqualTo("Confirm your email");
    }

    @Test
    @DisplayName("goes on for who claimed an address first, however many claim it later")
    void laterClaims() {
        String address = unique + "@example.com";
        Registration.codePage(portal, address);
        Duration ahead = Duration.ZERO;
        for (int claim = 0; claim < LATER_CLAIMS; claim++) {
            ahead = ahead.plusMinutes(30);
            portal.clockAhead(ahead);
            Registration.accountPage(portal)
                    .submit(
                            Map.of(
                                    "email", address,
                                    "password", OTHERS_PASSWORD,
                                    "password-confirm", OTHERS_PASSWORD));
        }
        assertThat(admin.people().pendingIds(address)).hasSize(1 + LATER_CLAIMS);
        Page page = Registration.signIn(portal, portal.browser(), address);
        assertThat(page.heading()).isEqualTo("Confirm your email");
    }

    @Test
    @DisplayName(
            "asks for the authenticator app's code of whose account has one, and of nobody else")
    void authenticatorApp() {
        String address = "app-" + unique + "@example.com";
        createUserWithApp(address);
        Page otp = Registration.signIn(portal, portal.browser(), address + "\u00A0");
        assertThat(otp.address()).hasNoParameter("code");
        Page in = otp.submit(Map.of("otp", new TimeBasedOTP().generateTOTP(SECRET)));
        assertThat(in.address()).hasParameter("code");
        Registration.accountPage(portal)
                .submit(
                        Map.of(
                                "email", address,
                                "password", OTHERS_PASSWORD,
                                "password-confirm", OTHERS_PASSWORD));
        Page claim =
                portal.signIn().submit(Map.of("username", address, "password", OTHERS_PASSWORD));
        assertThat(claim.heading()).isEqualTo("Confirm your email");
    }

    private void createUserWithApp(String address) {
        String user =
                """
                {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true,
                 "firstName": "Ann", "lastName": "Lee", "attributes": {"professional": ["false"]},
                 "credentials": [{"type": "password", "value": "%2$s"},
                   {"type": "otp", "secretData": "{\\"value\\":\\"%3$s\\"}", "credentialData":
                    "{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}]}
                """
                        .formatted(address, Registration.PASSWORD, SECRET);
        assertThat(admin.send("POST", "/users", user).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("in another realm is left to Keycloak's own form")
    void otherRealms() {
        String realm = "other-" + unique;
        admin.importRealm(
                "{\"realm\": \"%s\", \"enabled\": true, \"eventsEnabled\": true}".formatted(realm));
        try {
            String account = portal.address() + "/realms/" + realm;
            portal.browser()
                    .get(
                            account
                                    + "/protocol/openid-connect/auth?client_id=account&response_type=code"
                                    + "&redirect_uri="
                                    + Browserless.encode(account + "/account/"))
                    .submit(Map.of("username", "nobody", "password", "wrong"));
            assertThat(admin.history().signInErrors(realm)).isEqualTo(1);
        } finally {
            admin.removeRealm(realm);
        }
    }

    private void confirmed(String address) {
        admin.people()
                .setEmailVerified(admin.people().createUser(address, Registration.PASSWORD), true);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
