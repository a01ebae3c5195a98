package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever closes their account")
class CloseAccountIT {

    private static final String TITLE = "Do you want to close your account?";
    private static final String CLOSED = "Your account is closed";
    private static final String WRONG = "Your current password is not right";
    private static final Map<String, String> RIGHT = Map.of("password", Registration.PASSWORD);

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final String address = "close-" + UUID.randomUUID() + "@example.com";
    private String id;

    CloseAccountIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser();
    }

    @BeforeEach
    void signedIn() {
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        assertThat(Registration.signIn(portal, browser, address).address()).hasParameter("code");
    }

    private Page page() {
        return browser.get(portal.authorization("&kc_action=delete_account"));
    }

    private boolean isThere() {
        return admin.send("GET", "/users/" + id, "").statusCode() == 200;
    }

    @Test
    @DisplayName("reads before what is deleted and what is kept, and can cancel")
    void told() {
        Page page = page();
        assertThat(page.heading()).isEqualTo(TITLE);
        assertThat(page.document().select("main h2").eachText())
                .containsExactly("What is deleted", "What is kept");
        assertThat(page.document().select("main").text()).contains("for 90 days", address);
        Page back = page.submit(Map.of("cancel-aia", "true"));
        assertThat(back.address()).hasParameter("kc_action_status", "cancelled");
        assertThat(isThere()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', Enter a password", "Not-the-Password-9, " + WRONG})
    @DisplayName("needs the password")
    void password(String typed, String error) {
        Page refused = page().submit(Map.of("password", typed));
        assertThat(refused.errors()).containsExactly(error);
        assertThat(refused.html()).doesNotContain("Not-the-Password-9");
        assertThat(refused.document().select("#password").attr("aria-invalid")).isEqualTo("true");
        assertThat(isThere()).isTrue();
        assertThat(admin.history().events("DELETE_ACCOUNT_ERROR", id)).hasSize(1);
        admin.people().awaitFailures(id, typed.isEmpty() ? 0 : 1);
    }

    @Test
    @DisplayName("is told of a locked account in the words for a wrong password")
    void locked() {
        Page page = page();
        for (int tries = 0; tries < 2; tries++) {
            page = page.submit(Map.of("password", "Not-the-Password-9"));
        }
        Await.until("locked", () -> admin.people().isLocked(id));
        page = page.submit(RIGHT);
        assertThat(page.errors()).containsExactly(WRONG);
        assertThat(isThere()).isTrue();
    }

    @Test
    @DisplayName("does not have many passwords compared that are sent at once from many tabs")
    void guesses() {
        List<Callable<Page>> tries =
                Stream.generate(this::page)
                        .limit(12)
                        .<Callable<Page>>map(
                                page -> () -> page.submit(Map.of("password", "Not-the-Password-9")))
                        .toList();
        Crowd.atOnce(tries);
        assertThat(
                        admin.history().events("DELETE_ACCOUNT_ERROR", id).stream()
                                .filter(event -> event.contains("invalid_user_credentials")))
                .hasSizeBetween(1, 4);
        assertThat(isThere()).isTrue();
    }

    @Test
    @DisplayName("leaves nothing in any table but events, is signed out everywhere, and is told")
    void closed() {
        Page tokens = offlineTokens();
        Browserless elsewhere = portal.browser();
        Registration.signIn(portal, elsewhere, address);
        Page page = page().submit(RIGHT);
        assertThat(page.heading()).isEqualTo(CLOSED);
        assertThat(isThere()).isFalse();
        assertThat(portal.tablesHolding(id)).isSubsetOf("EVENT_ENTITY", "ADMIN_EVENT_ENTITY");
        assertThat(portal.tablesHolding(address)).isSubsetOf("EVENT_ENTITY", "ADMIN_EVENT_ENTITY");
        assertThat(admin.account().refreshed(tokens).status()).isEqualTo(400);
        assertThat(portal.signIn(elsewhere).heading()).isEqualTo("My account");
        assertThat(portal.signIn(browser).heading()).isEqualTo("My account");
        portal.mail().awaitSubject(address, "Children's Services Portal: your account is closed");
        assertThat(admin.history().events("DELETE_ACCOUNT", id)).hasSize(1);
        assertThat(Registration.signIn(portal, portal.browser(), address).errors()).hasSize(1);
        assertThat(Registration.register(portal, address).address()).hasParameter("code");
    }

    private Page offlineTokens() {
        Page tokens =
                admin.account()
                        .directGrant(address, Registration.PASSWORD, "openid offline_access");
        assertThat(portal.tablesHolding(id)).contains("OFFLINE_USER_SESSION");
        return tokens;
    }

    @Test
    @DisplayName("finds in another tab that the visit is over")
    void twoTabs() {
        Page one = page();
        Page other = page();
        assertThat(one.submit(RIGHT).heading()).isEqualTo(CLOSED);
        Page late = other.submit(RIGHT);
        assertThat(late.status()).isLessThan(500);
        assertThat(late.heading()).isNotEqualTo(CLOSED);
        assertThat(admin.history().events("DELETE_ACCOUNT", id)).hasSize(1);
    }

    /** What an administrator does while the page is open. */
    enum Meanwhile {
        SWITCHED_OFF {
            @Override
            void run(CloseAccountIT test) {
                test.enable(false);
            }
        },
        DISABLED {
            @Override
            void run(CloseAccountIT test) {
                test.admin.people().disable(test.id);
            }
        },
        WITHOUT_THE_ROLE {
            @Override
            void run(CloseAccountIT test) {
                String roles =
                        test.admin
                                .send("GET", "/users/" + test.id + "/role-mappings/realm", "")
                                .body();
                test.admin.send("DELETE", "/users/" + test.id + "/role-mappings/realm", roles);
            }
        };

        abstract void run(CloseAccountIT test);
    }

    @ParameterizedTest
    @EnumSource(Meanwhile.class)
    @DisplayName("does not any more where an administrator stopped it while the page was open")
    void stopped(Meanwhile meanwhile) {
        Page page = page();
        try {
            meanwhile.run(this);
            Page refused = page.submit(RIGHT);
            assertThat(refused.heading()).isNotEqualTo(CLOSED);
            assertThat(refused.status()).isBetween(400, 499);
        } finally {
            enable(true);
        }
        assertThat(isThere()).isTrue();
        assertThat(admin.history().events("DELETE_ACCOUNT", id)).isEmpty();
    }

    private void enable(boolean on) {
        String path = "/authentication/required-actions/delete_account";
        String json = admin.send("GET", path, "").body();
        admin.send("PUT", path, json.replaceFirst("\"enabled\":(true|false)", "\"enabled\":" + on));
    }

    @Test
    @DisplayName("signs in again first, without a password")
    void withoutPassword() {
        Page open = page();
        String credentials = admin.send("GET", "/users/" + id + "/credentials", "").body();
        admin.send(
                "DELETE",
                "/users/" + id + "/credentials/" + AdminConsole.field(credentials, "id"),
                "");
        Page refused = open.submit(Map.of());
        assertThat(refused.heading()).isNotEqualTo(CLOSED);
        assertThat(isThere()).isTrue();
        portal.clockAhead(Duration.ofSeconds(2));
        try {
            assertThat(page().heading()).isEqualTo("Sign in again as " + address);
        } finally {
            portal.clockAhead(Duration.ZERO);
        }
    }

    @Test
    @DisplayName("and signs in at the same moment, is not signed in afterwards")
    void race() {
        Page page = page();
        List<Browserless> others = List.of(portal.browser(), portal.browser(), portal.browser());
        List<CompletableFuture<Page>> tries =
                others.stream()
                        .map(portal::signIn)
                        .map(
                                form ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        form.submit(
                                                                Map.of(
                                                                        "username",
                                                                        address,
                                                                        "password",
                                                                        Registration.PASSWORD))))
                        .toList();
        Page answer = page.submit(RIGHT);
        for (CompletableFuture<Page> attempt : tries) {
            assertThat(attempt.join().status()).isNotEqualTo(500);
        }
        // Keycloak refuses a try while it still sees to another of the same account.
        AtomicReference<Page> last = new AtomicReference<>(answer);
        Await.until(
                "the account is closed",
                () ->
                        last.get().heading().equals(CLOSED)
                                || last.updateAndGet(again -> refused(again).submit(RIGHT))
                                        .heading()
                                        .equals(CLOSED));
        for (Browserless other : others) {
            assertThat(portal.signIn(other).heading()).isEqualTo("My account");
        }
        assertThat(isThere()).isFalse();
        assertThat(portal.tablesHolding(id)).isSubsetOf("EVENT_ENTITY", "ADMIN_EVENT_ENTITY");
    }

    private static Page refused(Page page) {
        assertThat(page.errors()).containsExactly(WRONG);
        return page;
    }

    @ParameterizedTest
    @EnumSource(Chromium.Script.class)
    @DisplayName("does so in Chromium, with JavaScript and without")
    void chromium(Chromium.Script script) {
        try (Chromium chromium = Chromium.start(script)) {
            chromium.open(portal.address() + "/realms/portal/account/");
            chromium.type("username", address);
            chromium.type("password", Registration.PASSWORD);
            chromium.press("Sign in");
            chromium.click(By.cssSelector("a[href*=delete_account]"));
            assertThat(chromium.heading()).isEqualTo(TITLE);
            chromium.type("password", Registration.PASSWORD);
            chromium.press("Close my account");
            assertThat(chromium.heading()).isEqualTo(CLOSED);
        }
        assertThat(isThere()).isFalse();
    }
}
