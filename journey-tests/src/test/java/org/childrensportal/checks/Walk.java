package org.childrensportal.checks;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.keycloak.models.utils.TimeBasedOTP;
import org.openqa.selenium.By;

/** Somebody who meets every page of the portal, in every state. */
public final class Walk {

    /**
     * Told of each page, by a name of its own; after a slash, of the same page in another state.
     */
    public interface Visitor {
        void at(String page);
    }

    private static final String BETWEEN = "Third-Horse-9-staple";
    private static final String CHANGED = "Another-Horse-8-staple";

    /** Templates that the realm's settings do not lead to: the portal's own, then Keycloak's. */
    private static final List<String> NOT_OFFERED =
            List.of(
                    "delete-credential",
                    "frontchannel-logout",
                    "terms",
                    "code",
                    "idp-review-user-profile",
                    "link-idp-action",
                    "login-idp-link-confirm",
                    "login-idp-link-confirm-override",
                    "login-idp-link-email",
                    "login-oauth-grant",
                    "login-oauth2-device-verify-user-code",
                    "login-reset-otp",
                    "login-verify-email",
                    "login-x509-info",
                    "select-authenticator",
                    "select-organization",
                    "update-email",
                    "login-username",
                    "login-password",
                    "webauthn-authenticate",
                    "webauthn-register",
                    "webauthn-error",
                    "login-passkeys-conditional-authenticate",
                    "login-recovery-authn-code-config",
                    "login-recovery-authn-code-input");

    private final Portal portal;
    private final Chromium browser;
    private final Visitor visitor;
    private final String address =
            "zoe." + UUID.randomUUID().toString().substring(0, 8) + "@example.com";

    /** A walk in {@code browser}, of which {@code visitor} is told. */
    public Walk(Portal portal, Chromium browser, Visitor visitor) {
        this.portal = portal;
        this.browser = browser;
        this.visitor = visitor;
    }

    /** Goes past every page, in an order that people could come by. */
    public void all() {
        signIn();
        register();
        signedIn();
        newAddress();
        reset();
        authenticatorApp();
        accountClosed();
        faults();
        everySetting();
        notOffered();
    }

    private void signIn() {
        browser.open(portal.address() + "/");
        visitor.at("home");
        browser.click(By.linkText("My account"));
        visitor.at("sign-in");
        browser.type("username", "nobody@example.com");
        browser.type("password", "wrong");
        browser.press("Sign in");
        visitor.at("sign-in-error");
        browser.open(
                browser.action()
                        .replaceAll("session_code=[^&]+&", "")
                        .replaceAll("execution=[^&]+", "execution=an-earlier-page"));
        visitor.at("page-expired");
        browser.click(By.id("loginContinueLink"));
        browser.click(By.linkText("Forgotten your password?"));
        visitor.at("forgotten");
        browser.type("username", "");
        browser.next();
        visitor.at("forgotten-error");
        browser.type("username", "nobody@example.com");
        browser.next();
        visitor.at("sign-in/reset-sent");
    }

    private void register() {
        browser.click(By.linkText("Register for an account here"));
        visitor.at("step-1");
        browser.click(By.cssSelector("label[for=professional]"));
        browser.next();
        visitor.at("step-1-errors");
        Registration.PROFESSIONAL.forEach(
                (field, value) -> {
                    if (!field.equals("professional")) {
                        browser.type(field, value);
                    }
                });
        // As pictures of the account show it.
        browser.type("organisation", "Hill View School");
        browser.next();
        visitor.at("step-2");
        browser.type("email", address);
        browser.type("password", "1 abc");
        browser.next();
        visitor.at("step-2-errors");
        browser.type("password", Registration.PASSWORD);
        browser.type("password-confirm", Registration.PASSWORD);
        browser.next();
        visitor.at("step-3");
        browser.click(By.cssSelector("[data-late] > summary"));
        visitor.at("step-3/late");
        browser.type("code", "12345678");
        browser.next();
        visitor.at("step-3-error");
        browser.press("Please send me a new code");
        visitor.at("step-3-error/too-soon");
        browser.click(By.cssSelector(".govuk-back-link"));
        visitor.at("change-address");
        browser.type("email", "nonsense");
        browser.next();
        visitor.at("change-address-error");
        browser.back();
        browser.back();
        browser.type("code", portal.codeFor(address));
        browser.next();
    }

    private void signedIn() {
        yourAccount();
        browser.open(portal.authorization("&kc_action=UPDATE_PROFILE"));
        visitor.at("update-profile");
        browser.type("firstName", "");
        browser.next();
        visitor.at("update-profile-error");
        browser.open(portal.authorization("&kc_action=UPDATE_PASSWORD"));
        visitor.at("update-password");
        browser.type("password-new", "short");
        browser.next();
        visitor.at("update-password-error");
        sessions();
        browser.open(portal.authorization("&prompt=login"));
        visitor.at("sign-in-again");
        browser.type("password", "wrong");
        browser.press("Sign in");
        visitor.at("sign-in-again-error");
        browser.open(realm() + "/protocol/openid-connect/logout");
        visitor.at("sign-out");
        browser.press("Sign out");
        visitor.at("signed-out");
    }

    private void newAddress() {
        String next = "new-" + address;
        browser.open(portal.authorization("&kc_action=UPDATE_EMAIL"));
        browser.type("username", address);
        browser.type("password", Registration.PASSWORD);
        browser.press("Sign in");
        visitor.at("new-address");
        browser.type("email", "nonsense");
        browser.next();
        visitor.at("new-address-error");
        browser.type("email", next);
        browser.next();
        visitor.at("new-address-code");
        browser.type("code", "12345678");
        browser.next();
        visitor.at("new-address-code-error");
        browser.type("code", portal.codeFor(next));
        browser.next();
        browser.open(portal.authorization("&kc_action=delete_account"));
        visitor.at("close-account-not-yet");
        String link = portal.mail().wayBackFor(address);
        browser.open(link);
        visitor.at("way-back");
        browser.press("Change it back");
        visitor.at("update-password/way-back");
        browser.type("password-new", BETWEEN);
        browser.type("password-confirm", BETWEEN);
        browser.next();
        visitor.at("info/way-back");
        browser.open(link);
        visitor.at("way-back-used");
        browser.open(link.replaceFirst("token=.*", "token=nonsense"));
        visitor.at("way-back-unknown");
    }

    private void sessions() {
        browser.open(portal.authorization("&kc_action=portal-sessions"));
        visitor.at("sessions");
        Registration.signIn(portal, portal.browser(), address);
        Registration.signIn(portal, portal.browser(), address);
        browser.reload();
        visitor.at("sessions/several");
        browser.press("Sign out number 1");
        visitor.at("sessions/one-ended");
        browser.press("Sign out everywhere else");
        visitor.at("sessions/others-ended");
        browser.open(portal.authorization("&kc_action=portal-record"));
        visitor.at("record");
        browser.open(portal.authorization("&kc_action=portal-data"));
        visitor.at("data");
    }

    private void yourAccount() {
        browser.open(realm() + "/account/");
        visitor.at("your-account");
        browser.click(By.cssSelector("a[href*=UPDATE_PROFILE]"));
        browser.next();
        visitor.at("your-account/done");
        browser.click(By.cssSelector("a[href*=delete_account]"));
        visitor.at("close-account");
        browser.type("password", "wrong");
        browser.press("Close my account");
        visitor.at("close-account-error");
        browser.press("Cancel");
    }

    private void accountClosed() {
        String leaving = "leaving-" + address;
        AdminConsole admin = portal.admin();
        admin.people()
                .setEmailVerified(admin.people().createUser(leaving, Registration.PASSWORD), true);
        browser.open(portal.authorization("&kc_action=delete_account"));
        browser.type("username", leaving);
        browser.type("password", Registration.PASSWORD);
        browser.press("Sign in");
        browser.type("password", Registration.PASSWORD);
        browser.press("Close my account");
        visitor.at("account-closed");
    }

    private void reset() {
        browser.open(portal.authorization(""));
        browser.click(By.linkText("Forgotten your password?"));
        browser.type("username", address);
        browser.next();
        String link = portal.linkFor(address);
        browser.open(link);
        visitor.at("update-password/reset");
        browser.type("password-new", CHANGED);
        browser.type("password-confirm", CHANGED);
        browser.next();
        browser.open(link);
        visitor.at("reset-link-used");
    }

    private void authenticatorApp() {
        browser.open(portal.authorization("&kc_action=CONFIGURE_TOTP"));
        visitor.at("authenticator-app");
        browser.next();
        visitor.at("authenticator-app-error");
        browser.click(By.cssSelector("a[href*='mode=manual']"));
        visitor.at("authenticator-app/key");
        String secret = browser.value("totpSecret");
        browser.type("totp", new TimeBasedOTP().generateTOTP(secret));
        browser.next();
        browser.forgetCookies();
        browser.open(portal.authorization(""));
        browser.type("username", address);
        browser.type("password", CHANGED);
        browser.press("Sign in");
        visitor.at("authenticator-app-code");
        browser.type("otp", "000000");
        browser.press("Sign in");
        visitor.at("authenticator-app-code-error");
        AdminConsole admin = portal.admin();
        admin.send("POST", "/users/" + admin.people().userId(address) + "/logout", "");
        browser.press("Sign in");
        visitor.at("page-held-open");
        browser.forgetCookies();
    }

    private void faults() {
        browser.open(portal.authorization(""));
        browser.forgetCookies();
        browser.press("Sign in");
        visitor.at("cookies-off");
        browser.open(realm() + "/protocol/openid-connect/auth?client_id=nobody");
        visitor.at("unknown-application");
        browser.open(realm() + "/login-actions/registration?tab_id=x");
        visitor.at("cookies-off/no-session");
        browser.open(realm() + "/nowhere");
        visitor.at("not-found");
        browser.open(realm() + "/test-pages/fault");
        visitor.at("fault");
        browser.open(portal.authorization(""));
        portal.clockAhead(Duration.ofDays(2));
        browser.press("Sign in");
        portal.clockAhead(Duration.ZERO);
        visitor.at("sign-in-error/too-late");
    }

    /** What an administrator can add to the sign-in page. */
    private void everySetting() {
        AdminConsole admin = portal.admin();
        admin.realm().configureRealm(everything(true));
        admin.people().createFederatedUser("federated-" + address);
        admin.send(
                "PUT",
                "/identity-provider/instances/council",
                """
                {"alias": "council", "displayName": "Example Council", "providerId": "oidc", "enabled": true,
                 "config": {"authorizationUrl": "http://localhost:9/a", "tokenUrl": "http://localhost:9/t",
                            "clientId": "portal", "clientSecret": "unused"}}
                """);
        try {
            browser.open(portal.authorization(""));
            visitor.at("sign-in/every-setting");
        } finally {
            admin.clients().removeIdentityProvider();
            admin.realm().configureRealm(everything(false));
        }
    }

    private static String everything(boolean on) {
        return """
        {"rememberMe": %1$s, "webAuthnPolicyPasswordlessPasskeysEnabled": %1$s,
         "webAuthnPolicyPasswordlessMediation": "none"}
        """
                .formatted(on);
    }

    private void notOffered() {
        for (String template : NOT_OFFERED) {
            browser.open(realm() + "/test-pages/page/" + template);
            visitor.at("template-" + template);
        }
    }

    private URI realm() {
        return URI.create(portal.address() + "/realms/portal");
    }
}
