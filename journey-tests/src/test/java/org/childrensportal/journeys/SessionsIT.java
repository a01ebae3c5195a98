package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Where somebody is signed in")
class SessionsIT {

    private static final String ACTION = "&kc_action=portal-sessions";
    private static final String CHROME_ON_WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/119.0.0.0 Safari/537.36";
    private static final String SAFARI_ON_IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
                    + " like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final String address = "sessions-" + UUID.randomUUID() + "@example.com";
    private String id;

    SessionsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser().calledItself(SAFARI_ON_IPHONE);
    }

    @BeforeEach
    void signedIn() {
        id = confirmed(address);
        assertThat(Registration.signIn(portal, browser, address).address()).hasParameter("code");
    }

    private String confirmed(String owner) {
        String account = admin.people().createUser(owner, Registration.PASSWORD);
        admin.people().setEmailVerified(account, true);
        return account;
    }

    @AfterEach
    void switchedOn() {
        admin.send("PUT", "/authentication/required-actions/portal-sessions", action(true));
    }

    private static String action(boolean enabled) {
        return """
        {"alias": "portal-sessions", "providerId": "portal-sessions", "enabled": %s,
         "name": "Portal: where you are signed in", "priority": 130, "defaultAction": false, "config": {}}
        """
                .formatted(enabled);
    }

    private Page page() {
        return browser.get(portal.authorization(ACTION));
    }

    private Browserless elsewhere() {
        Browserless other = portal.browser().calledItself(CHROME_ON_WINDOWS);
        assertThat(Registration.signIn(portal, other, address).address()).hasParameter("code");
        return other;
    }

    private static List<String> places(Page page) {
        return page.document().select("main h2").eachText();
    }

    private static String key(Page page, int number) {
        return page.document().select("button[name=end]").get(number).attr("value");
    }

    /** Whether the browser comes into the application without a password. */
    private boolean isSignedIn(Browserless there) {
        return portal.signIn(there).address().toString().contains("code=");
    }

    @Test
    @DisplayName("is said in words: which browser, since when, which application")
    void words() {
        elsewhere();
        Page page = page();
        assertThat(page.heading()).isEqualTo("Where you are signed in");
        assertThat(places(page))
                .containsExactly(
                        "This browser: Safari on iPhone or iPad",
                        "1. Chrome on Windows",
                        "Everywhere else at once");
        assertThat(page.document().select("main dt").eachText())
                .startsWith("Signed in", "Last used", "Used by");
        assertThat(page.document().select("main dd").eachText())
                .anyMatch(text -> text.matches("\\d\\d:\\d\\d, \\d+ \\w+ \\d{4}"))
                .contains("Children's Services Portal");
    }

    @Test
    @DisplayName("names no session by its id, and none of anybody else's")
    void secrets() {
        elsewhere();
        Page page = page();
        for (String session : admin.people().sessions(id).split("\"id\":\"")) {
            String sessionId = session.split("\"", 2)[0];
            if (sessionId.length() > 20) {
                assertThat(page.html()).doesNotContain(sessionId);
            }
        }
        assertThat(key(page, 0)).hasSize(32);
    }

    @Test
    @DisplayName("is one place fewer once they end it, however often they press")
    void one() {
        Browserless first = elsewhere();
        Browserless second = elsewhere();
        Page page = page();
        assertThat(places(page)).hasSize(4);
        Map<String, String> press = Map.of("end", key(page, 0));
        Page done = page.send(press);
        assertThat(done.document().select(".portal-success").text())
                .isEqualTo("You are signed out there.");
        assertThat(places(done)).hasSize(3);
        assertThat(places(page.send(press))).hasSize(3);
        assertThat(List.of(isSignedIn(first), isSignedIn(second))).containsOnlyOnce(true);
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(admin.history().events("LOGOUT", id)).hasSize(1);
    }

    @Test
    @DisplayName("is this browser only, once they end all others")
    void others() {
        Browserless first = elsewhere();
        Page tokens = offline();
        Page done = page().send(Map.of("end-others", "true"));
        assertThat(done.document().select(".portal-success").text())
                .isEqualTo("You are signed out everywhere else.");
        assertThat(places(done)).hasSize(1);
        assertThat(done.document().select("main").text())
                .contains("You are not signed in anywhere else.");
        assertThat(isSignedIn(first)).isFalse();
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(refreshed(tokens).status()).isEqualTo(400);
        assertThat(browser.get(done.address().toString()).document().select(".portal-success"))
                .isEmpty();
    }

    @Test
    @DisplayName("is an application that keeps access, too, until they end that")
    void kept() {
        Page tokens = offline();
        assertThat(refreshed(tokens).status()).isEqualTo(200);
        Page page = page();
        assertThat(places(page).toString()).contains("Kept by an application");
        int number = 0;
        while (!places(page).get(number + 1).contains("Kept by an application")) {
            number++;
        }
        page.send(Map.of("end", key(page, number)));
        assertThat(refreshed(tokens).status()).isEqualTo(400);
        assertThat(isSignedIn(browser)).isTrue();
    }

    private Page offline() {
        return admin.account().directGrant(address, Registration.PASSWORD, "openid offline_access");
    }

    private Page refreshed(Page tokens) {
        return admin.account().refreshed(tokens);
    }

    @Test
    @DisplayName("of somebody else is not ended, whatever is sent")
    void strangers() {
        String owner = "other-" + address;
        confirmed(owner);
        Browserless theirs = portal.browser();
        Registration.signIn(portal, theirs, owner);
        Registration.signIn(portal, portal.browser(), owner);
        String key = key(theirs.get(portal.authorization(ACTION)), 0);
        elsewhere();
        Page page = page();
        for (String sent : List.of(key, "", "nonsense", "\u0000", "%00")) {
            assertThat(page.send(Map.of("end", sent)).status()).isEqualTo(200);
        }
        assertThat(places(theirs.get(portal.authorization(ACTION)))).hasSize(3);
        assertThat(places(page())).hasSize(3);
    }

    @Test
    @DisplayName("stays as it is where the action was switched off meanwhile")
    void switchedOff() {
        Browserless other = elsewhere();
        Page page = page();
        admin.send("PUT", "/authentication/required-actions/portal-sessions", action(false));
        page.send(Map.of("end-others", "true"));
        assertThat(isSignedIn(other)).isTrue();
    }

    @Test
    @DisplayName("is not ended, nor shown, by a browser that was signed out itself")
    void signedOut() {
        Browserless other = elsewhere();
        Page held = other.get(portal.authorization(ACTION));
        page().send(Map.of("end-others", "true"));
        Page refused = held.send(Map.of("end-others", "true"));
        assertThat(refused.heading()).isNotEqualTo("Where you are signed in");
        assertThat(refused.document().select("button[name=end]")).isEmpty();
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    @DisplayName("of two browsers that end each other's at the same moment is not kept in both")
    void eachOther() {
        Browserless other = elsewhere();
        Page here = page();
        Page there = other.get(portal.authorization(ACTION));
        Crowd.atOnce(
                List.of(
                        () -> here.send(Map.of("end-others", "true")),
                        () -> there.send(Map.of("end-others", "true"))));
        assertThat(isSignedIn(browser) && isSignedIn(other)).isFalse();
    }

    @Test
    @DisplayName("is one event once it is ended, however often they press at the same moment")
    void pressedAtOnce() {
        List<Browserless> others = List.of(elsewhere(), elsewhere(), elsewhere(), elsewhere());
        Page page = page();
        Callable<Page> press = () -> page.send(Map.of("end-others", "true"));
        assertThat(Crowd.atOnce(Collections.nCopies(6, press)))
                .hasSize(6)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(others).noneMatch(this::isSignedIn);
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(admin.history().events("LOGOUT", id)).hasSize(others.size());
    }

    @Test
    @DisplayName("is shown to somebody who comes back to the application by the button")
    void goesOn() {
        Page page = page();
        Map<String, String> form = new HashMap<>();
        form.put("done", "true");
        Page back = page.submit(form);
        assertThat(back.address()).hasParameter("code");
        assertThat(back.address()).hasParameter("kc_action_status", "success");
    }

    @Test
    @DisplayName("is shown to somebody who comes from the account page and goes back to it")
    void fromAccount() {
        elsewhere();
        Page page =
                browser.get(portal.address() + "/realms/portal/account/")
                        .follow("a[href*=portal-sessions]");
        assertThat(page.heading()).isEqualTo("Where you are signed in");
        assertThat(page.document().select("button[name=done]")).isEmpty();
        Page done = page.send(Map.of("end-others", "true"));
        assertThat(done.follow(".govuk-back-link").heading()).isEqualTo("Your account");
    }

    @Test
    @DisplayName("is shown in Welsh, too")
    void welsh() {
        Page page = browser.get(portal.authorization(ACTION + "&ui_locales=cy"));
        assertThat(page.heading()).isEqualTo("Ble rydych wedi mewngofnodi");
    }

    @Test
    @DisplayName("is ended from a real browser, with scripts and without")
    void chromium() {
        for (Chromium.Script script : Chromium.Script.values()) {
            Browserless other = elsewhere();
            try (Chromium chromium = Chromium.start(script)) {
                chromium.open(portal.authorization(ACTION));
                chromium.type("username", address);
                chromium.type("password", Registration.PASSWORD);
                chromium.press("Sign in");
                assertThat(chromium.text("main h2")).startsWith("This browser: Chrome on ");
                chromium.press("Sign out everywhere else");
                assertThat(chromium.text("main")).contains("You are signed out everywhere else.");
                chromium.press("Continue");
                assertThat(chromium.address()).contains("kc_action_status=success");
            }
            assertThat(isSignedIn(other)).isFalse();
        }
    }
}
