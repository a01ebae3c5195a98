package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("The page \"Your account\"")
class YourAccountIT {

    private static final String HEADING = "Your account";

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final String account;
    private final String address = "account-" + UUID.randomUUID() + "@example.com";

    YourAccountIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser();
        this.account = portal.address() + "/realms/portal/account/";
    }

    private String confirmed() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        return id;
    }

    private Page signedIn() {
        return browser.get(account)
                .submit(Map.of("username", address, "password", Registration.PASSWORD));
    }

    private static List<String> facts(Page page) {
        return page.document().select(".govuk-summary-list__row").stream()
                .map(
                        row ->
                                row.select("dt").text()
                                        + ": "
                                        + row.select(".govuk-summary-list__value").text())
                .toList();
    }

    private HttpResponse<String> lastAnswer() {
        return browser.answers().get(browser.answers().size() - 1);
    }

    @Test
    @DisplayName(
            "is come to by signing in, with no code in any address, and nothing left in its own")
    void signIn() {
        confirmed();
        assertThat(browser.get(account).heading()).isEqualTo("My account");
        Page page = signedIn();
        assertThat(page.heading()).isEqualTo(HEADING);
        assertThat(page.title()).isEqualTo("Your account - Children's Services Portal");
        assertThat(page.address()).hasToString(account);
        assertThat(browser.answers())
                .noneMatch(
                        answer ->
                                answer.headers()
                                        .firstValue("Location")
                                        .orElse("")
                                        .matches(".*[?&]code=.*"));
        assertThat(lastAnswer().headers().firstValue("Cache-Control").orElse(""))
                .isEqualTo("no-store");
        assertThat(lastAnswer().headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'");
    }

    @Test
    @DisplayName("says what a professional has told the service")
    void professional() {
        Page code =
                Registration.detailsPage(portal)
                        .submit(Registration.PROFESSIONAL)
                        .submit(Registration.account(address));
        code.submit(Map.of("code", portal.codeFor(address)));
        assertThat(facts(code.browser().get(account)))
                .containsExactly(
                        "Name: Zoë O'Brien",
                        "Used in a professional capacity: Yes",
                        "Role: Teacher",
                        "Organisation: School <b>One</b>",
                        "Work address: 1 High Street London SW1A 1AA",
                        "Email address: " + address);
    }

    @Test
    @DisplayName("asks nobody else about work")
    void publicPerson() {
        confirmed();
        assertThat(facts(signedIn()))
                .containsExactly(
                        "Name: Ann Lee",
                        "Used in a professional capacity: No",
                        "Email address: " + address);
    }

    @Test
    @DisplayName("says once what was done, and believes no link of somebody else's")
    void done() {
        confirmed();
        Page page = signedIn();
        Page details = page.follow("a[href*=UPDATE_PROFILE]");
        assertThat(details.heading()).isEqualTo("Your details");
        Page after = details.send(Map.of("firstName", "Anne"));
        assertThat(after.address()).hasToString(account);
        assertThat(after.document().select(".portal-success").text())
                .isEqualTo("Your details have been changed.");
        assertThat(facts(after)).contains("Name: Anne Lee");
        assertThat(browser.get(account).document().select(".portal-success")).isEmpty();
        Page forged =
                browser.get(
                        account + "?kc_action=UPDATE_PASSWORD&kc_action_status=success&state=x");
        assertThat(forged.address()).hasToString(account);
        assertThat(forged.document().select(".portal-success")).isEmpty();
    }

    @Test
    @DisplayName("is come back to by Cancel")
    void cancelled() {
        confirmed();
        Page back =
                signedIn().follow("a[href*=UPDATE_PASSWORD]").submit(Map.of("cancel-aia", "true"));
        assertThat(back.heading()).isEqualTo(HEADING);
        assertThat(back.address()).hasToString(account);
        assertThat(back.document().select(".portal-success, .portal-notice")).isEmpty();
    }

    /** An action that an administrator can switch off. */
    enum Action {
        UPDATE_PROFILE,
        UPDATE_PASSWORD,
        delete_account
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    @DisplayName("has a link to what the realm has switched on, and to nothing else")
    void links(Action action) {
        confirmed();
        String link = "a[href*=kc_action=" + action + "]";
        assertThat(signedIn().document().select(link)).isNotEmpty();
        enable(action.name(), false);
        try {
            assertThat(browser.get(account).document().select(link)).isEmpty();
        } finally {
            enable(action.name(), true);
        }
    }

    private void enable(String action, boolean on) {
        String path = "/authentication/required-actions/" + action;
        String json = admin.send("GET", path, "").body();
        assertThat(
                        admin.send(
                                        "PUT",
                                        path,
                                        json.replaceFirst(
                                                "\"enabled\":(true|false)", "\"enabled\":" + on))
                                .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("is Welsh for whoever chooses Welsh there, from then on")
    void welsh() {
        confirmed();
        Page page = signedIn().follow("a[hreflang=cy]");
        assertThat(page.heading()).isEqualTo("Eich cyfrif");
        assertThat(page.address()).hasToString(account);
        assertThat(page.document().select("html").attr("lang")).isEqualTo("cy");
        assertThat(page.document().select("dt").eachText()).contains("Enw", "Cyfeiriad ebost");
        Page details = page.follow("a[href*=UPDATE_PROFILE]");
        assertThat(details.heading()).isEqualTo("Eich manylion");
        assertThat(browser.get(account).follow("a[hreflang=en]").heading()).isEqualTo(HEADING);
        assertThat(browser.get(account + "?kc_locale=xx").heading()).isEqualTo(HEADING);
    }

    @Test
    @DisplayName("is not shown to somebody whose address is not confirmed")
    void unconfirmed() {
        Page code = Registration.codePage(portal, address);
        assertThat(code.browser().get(account).heading()).isNotEqualTo(HEADING);
        Page page = signedIn();
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertThat(browser.get(account).heading()).isNotEqualTo(HEADING);
    }

    @Test
    @DisplayName("is not shown to somebody who is signed in and has lost the confirmation")
    void confirmedNoMore() {
        String id = confirmed();
        signedIn();
        admin.people().setEmailVerified(id, false);
        assertThat(browser.get(account).heading()).isEqualTo("Confirm your email");
        enable("portal-verify-email-code", false);
        try {
            assertThat(browser.get(account).heading())
                    .isEqualTo("You cannot sign in at the moment");
        } finally {
            enable("portal-verify-email-code", true);
        }
    }

    @Test
    @DisplayName("is not shown to somebody whose account is switched off, or who was signed out")
    void disabled() {
        String id = confirmed();
        signedIn();
        admin.send("POST", "/users/" + id + "/logout", "");
        assertThat(browser.get(account).heading()).isEqualTo("My account");
        signedIn();
        admin.people().disable(id);
        assertThat(browser.get(account).heading()).isEqualTo("My account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "personal-info",
                "security/signingin",
                "index.html",
                "?state=a&session_state=b&iss=c",
                "?utm_source=x&code=123"
            })
    @DisplayName("is where the addresses of Keycloak's console lead")
    void console(String path) {
        confirmed();
        signedIn();
        Page page = browser.get(account + path);
        assertThat(page.heading()).isEqualTo(HEADING);
        assertThat(page.address()).hasToString(account);
    }

    @Test
    @DisplayName("leads back to the application that somebody came from, and to no other address")
    void referrer() {
        confirmed();
        String application = portal.relyingApplication().toString();
        String known = portal.authorization("").replaceAll(".*redirect_uri=([^&]+).*", "$1");
        String link = "#backToApplication";
        browser.get(account + "?referrer=portal-web&referrer_uri=" + known);
        Page page =
                browser.get(account + "?referrer=portal-web&referrer_uri=" + known)
                        .submit(Map.of("username", address, "password", Registration.PASSWORD));
        assertThat(page.address()).hasToString(account);
        assertThat(page.document().select(link).attr("href")).startsWith(application);
        assertThat(
                        browser.get(account + "?referrer=portal-web")
                                .document()
                                .select(link)
                                .attr("href"))
                .isEqualTo(application);
        Browserless other = portal.browser();
        Page without =
                other.get(account + "?referrer=portal-web&referrer_uri=https://evil.example/")
                        .submit(Map.of("username", address, "password", Registration.PASSWORD));
        assertThat(without.heading()).isEqualTo(HEADING);
        assertThat(without.document().select(link)).isEmpty();
        assertThat(
                        other.get(account + "?referrer=nobody&referrer_uri=javascript:1")
                                .document()
                                .select(link))
                .isEmpty();
    }

    @Test
    @DisplayName("leads to signing out")
    void signOut() {
        confirmed();
        Page out = signedIn().follow("#sign-out").send(Map.of());
        assertThat(out.heading()).isEqualTo("You are signed out");
        assertThat(browser.get(account).heading()).isEqualTo("My account");
    }

    @Test
    @DisplayName("says so where the application account may not sign anybody in")
    void misconfigured() {
        String client =
                AdminConsole.field(admin.send("GET", "/clients?clientId=account", "").body(), "id");
        try {
            standardFlow(client, false);
            assertThat(browser.get(account).status()).isNotEqualTo(500);
            assertThat(browser.get(account).heading())
                    .isEqualTo("Your account cannot be shown at the moment");
        } finally {
            standardFlow(client, true);
        }
    }

    private void standardFlow(String client, boolean on) {
        String path = "/clients/" + client;
        String json = admin.send("GET", path, "").body();
        admin.send(
                "PUT",
                path,
                json.replaceFirst(
                        "\"standardFlowEnabled\":(true|false)", "\"standardFlowEnabled\":" + on));
    }

    @Test
    @DisplayName("makes place for Keycloak's console where the realm's account theme says so")
    void keycloaks() {
        confirmed();
        signedIn();
        admin.realm().configureRealm("{\"accountTheme\": \"keycloak.v3\"}");
        try {
            assertThat(browser.get(account).html()).contains("<script", "account");
            assertThat(browser.get(account).document().select("h1")).isEmpty();
        } finally {
            admin.realm().configureRealm("{\"accountTheme\": \"childrens-portal\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(Chromium.Script.class)
    @DisplayName("works in Chromium, with JavaScript and without")
    void chromium(Chromium.Script script) {
        confirmed();
        try (Chromium chromium = Chromium.start(script)) {
            chromium.open(account);
            chromium.type("username", address);
            chromium.type("password", Registration.PASSWORD);
            chromium.press("Sign in");
            assertThat(chromium.heading()).isEqualTo(HEADING);
            chromium.click(By.cssSelector("a[href*=UPDATE_PROFILE]"));
            chromium.type("lastName", "Leigh");
            chromium.next();
            assertThat(chromium.heading()).isEqualTo(HEADING);
            assertThat(chromium.address()).isEqualTo(account);
            assertThat(chromium.text(".portal-success"))
                    .isEqualTo("Your details have been changed.");
            assertThat(chromium.text("main")).contains("Ann Leigh");
        }
    }

    @Test
    @DisplayName("is shown once somebody has chosen the password that an administrator asks for")
    void askedFirst() {
        String id = confirmed();
        assertThat(signedIn().heading()).isEqualTo(HEADING);
        admin.send("PUT", "/users/" + id, "{\"requiredActions\": [\"UPDATE_PASSWORD\"]}");
        assertThat(browser.get(account + "?session_state=none").html()).doesNotContain(address);
        Page password = browser.get(account);
        assertThat(password.heading()).isEqualTo("Change your password");
        Page page =
                password.submit(
                        Map.of(
                                "password-new", "Another-Horse-8-staple",
                                "password-confirm", "Another-Horse-8-staple"));
        assertThat(page.heading()).isEqualTo(HEADING);
    }
}
