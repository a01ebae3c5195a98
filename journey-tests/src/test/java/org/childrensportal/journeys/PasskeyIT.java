package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** A browser with an authenticator of its own, as a phone has. */
@ExtendWith(Portal.Provider.class)
@DisplayName("Where an administrator allows passkeys")
class PasskeyIT {

    private static final String REGISTER = "webauthn-register-passwordless";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "passkey-" + UUID.randomUUID() + "@example.com";
    private String id;

    PasskeyIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void allowed() {
        allow(true);
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
    }

    /** People start it themselves: what Chromium offers unasked is the browser's affair. */
    private void allow(boolean allowed) {
        admin.realm()
                .configureRealm(
                        """
                        {"webAuthnPolicyPasswordlessRpEntityName": "keycloak",
                         "webAuthnPolicyPasswordlessPasskeysEnabled": %s,
                         "webAuthnPolicyPasswordlessMediation": "none",
                         "webAuthnPolicyPasswordlessRequireResidentKey": "Yes",
                         "webAuthnPolicyPasswordlessUserVerificationRequirement": "required"}
                        """
                                .formatted(allowed));
        assertThat(
                        admin.send(
                                        "PUT",
                                        "/authentication/required-actions/" + REGISTER,
                                        """
                                        {"alias": "%1$s", "providerId": "%1$s", "name": "Passkey",
                                         "enabled": %2$s, "defaultAction": false, "priority": 100, "config": {}}
                                        """
                                                .formatted(REGISTER, allowed))
                                .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName(
            "somebody saves one, and signs in with it, once and again, under the strict policy")
    void signIn() {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            authenticator(browser);
            save(browser);
            browser.forgetCookies();
            browser.open(portal.authorization(""));
            assertThat(browser.heading()).isEqualTo("My account");
            browser.press("Sign in with a passkey");
            assertSignedIn(browser);
            browser.open(portal.authorization("&prompt=login"));
            assertThat(browser.heading()).isEqualTo("Sign in again as " + address);
            browser.press("Sign in with a passkey");
            assertSignedIn(browser);
        }
        assertThat(admin.history().events("LOGIN", id)).hasSize(3);
    }

    @Test
    @DisplayName(
            "somebody whose passkey is not to be had is told so, and signs in with the password")
    void none() {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            VirtualAuthenticator authenticator = authenticator(browser);
            save(browser);
            authenticator.setUserVerified(false);
            browser.forgetCookies();
            browser.open(portal.authorization(""));
            browser.driver().findElement(By.cssSelector("[data-passkey-start]")).click();
            browser.awaitText("The passkey was not used");
            browser.type("username", address);
            browser.type("password", Registration.PASSWORD);
            browser.press("Sign in");
            assertSignedIn(browser);
        }
        assertThat(admin.people().failures(id)).isZero();
    }

    @Test
    @DisplayName("the sign-in page works without a script, and offers no passkey then")
    void withoutScript() {
        try (Chromium browser = Chromium.start(Chromium.Script.SWITCHED_OFF)) {
            browser.open(portal.authorization(""));
            assertThat(
                            browser.driver()
                                    .findElement(By.cssSelector("[data-passkey-start]"))
                                    .isDisplayed())
                    .isFalse();
            browser.type("username", address);
            browser.type("password", Registration.PASSWORD);
            browser.press("Sign in");
            assertSignedIn(browser);
        }
    }

    @Test
    @DisplayName("nobody learns by a made-up passkey whether an address has an account")
    void enumeration() {
        assertThat(madeUp(address)).isEqualTo(madeUp("nobody-" + address));
    }

    /** What the page says to a passkey that comes with an address, which no page sends. */
    private String madeUp(String name) {
        Page page =
                portal.signIn()
                        .submit(
                                Map.of(
                                        "username", name,
                                        "authenticatorData", "x",
                                        "userHandle", "x",
                                        "clientDataJSON", "x",
                                        "signature", "x",
                                        "credentialId", "x"));
        assertThat(page.status()).isEqualTo(200);
        return page.heading() + page.errors() + page.document().select("main").text();
    }

    private static VirtualAuthenticator authenticator(Chromium browser) {
        return browser.driver()
                .addVirtualAuthenticator(
                        new VirtualAuthenticatorOptions()
                                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                                .setHasResidentKey(true)
                                .setHasUserVerification(true)
                                .setIsUserVerified(true));
    }

    /** The application has got its code; the tests have begun in its place. */
    private static void assertSignedIn(Chromium browser) {
        assertThat(browser.address()).contains("/callback?", "code=");
    }

    private void save(Chromium browser) {
        browser.open(portal.authorization("&kc_action=" + REGISTER));
        browser.type("username", address);
        browser.type("password", Registration.PASSWORD);
        browser.press("Sign in");
        assertThat(browser.heading()).isEqualTo("Save a passkey");
        browser.type("authenticatorLabel", "My phone");
        browser.press("Save a passkey");
        assertSignedIn(browser);
        assertThat(admin.send("GET", "/users/" + id + "/credentials", "").body())
                .contains("My phone");
    }

    @AfterEach
    void notAllowed() {
        allow(false);
    }
}
