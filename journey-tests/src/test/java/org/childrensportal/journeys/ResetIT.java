package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AddressState;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.FaultyMailServer;
import org.childrensportal.servers.FaultyMailServer.Fault;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A forgotten password")
class ResetIT {

    private static final String CHANGED = "Another-Horse-8-battery";
    private static final String DEVICE = "PORTAL_DEVICE";
    private static final int AN_HOUR = 5;
    private static final int AN_HOUR_FOR_A_NETWORK = 3;
    private static final Set<AddressState> MAILED =
            EnumSet.of(AddressState.CONFIRMED, AddressState.LOCKED, AddressState.FEDERATED);

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID().toString();
    private final String address = "reset-" + unique + "@example.com";
    private Duration ahead = Duration.ZERO;

    ResetIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @Test
    @DisplayName("The link leads to a new password, on whatever device, and works once")
    void link() {
        owner();
        ask(portal.browser(), address);
        String link = portal.linkFor(address);
        Page page = portal.browser().get(link);
        Page done = page.submit(Map.of("password-new", CHANGED, "password-confirm", CHANGED));
        assertThat(done.errors()).isEmpty();
        assertThat(
                        portal.signIn()
                                .submit(Map.of("username", address, "password", CHANGED))
                                .address())
                .hasParameter("code");
        assertThat(portal.browser().get(link).html()).doesNotContain("password-new");
    }

    @Test
    @DisplayName("No link that was mailed before another password was chosen works after it")
    void earlierLink() {
        String id = owner();
        ask(portal.browser(), address);
        String earlier = portal.linkFor(address);
        portal.clockAhead(Duration.ofSeconds(2));
        admin.people().resetPassword(id, CHANGED);
        Page ended = portal.browser().get(earlier);
        assertThat(ended.html()).doesNotContain("password-new");
        assertThat(ended.document().select("main").text()).contains("out of date");
    }

    @Test
    @DisplayName("In the browser that asked for it the link leads on to the application")
    void sameBrowser() {
        owner();
        Browserless browser = portal.browser();
        ask(browser, address);
        Page page = browser.get(portal.linkFor(address));
        assertThat(
                        page.submit(Map.of("password-new", CHANGED, "password-confirm", CHANGED))
                                .address())
                .hasParameter("code");
    }

    @Test
    @DisplayName(
            "Nobody comes on without the link, by posting the form again after it or otherwise")
    void noWayAround() {
        owner();
        Browserless browser = portal.browser();
        Page form = form(browser);
        Page asked = form.submit(Map.of("username", address));
        assertThat(asked.heading()).isEqualTo("My account");
        Page again = form.submit(Map.of("username", address, "key", "x"));
        assertThat(again.html()).doesNotContain("password-new");
        browser.get(portal.linkFor(address));
        assertThat(form.submit(Map.of("username", address)).html()).doesNotContain("password-new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s@example.com",
                "  %s@example.com ",
                "%s@example.com\u00a0",
                "\u200b%s@example.com\u200b",
                "%S@EXAMPLE.COM",
                "%s@ex\uff41mple.com",
                "%s@example\u3002com",
                "\"%s\"@example.com"
            })
    @DisplayName("However the address is typed, its owner gets the link")
    void spellings(String spelling) {
        owner();
        ask(portal.browser(), spelling.formatted("reset-" + unique));
        assertThat(portal.linkFor(address)).startsWith("http");
    }

    @ParameterizedTest
    @EnumSource(AddressState.class)
    @DisplayName("Every address gets the same page; only who owns one gets a link")
    void states(AddressState state) {
        String theirs = state.address(unique);
        state.prepare(portal, theirs);
        int before = portal.mail().countFor(theirs);
        Page page = ask(portal.browser(), theirs);
        assertThat(page.document().select(".portal-success").text())
                .contains("after one minute, up to 3 times an hour");
        if (MAILED.contains(state)) {
            assertThat(portal.linkFor(theirs)).startsWith("http");
            if (state == AddressState.FEDERATED) {
                admin.clients().removeIdentityProvider();
            }
            return;
        }
        String error = state == AddressState.DISABLED ? "user_disabled" : "user_not_found";
        Await.until(
                "an event for administrators",
                () ->
                        admin.history()
                                .everyEvent()
                                .matches(
                                        "(?s).*RESET_PASSWORD_ERROR[^{}]*"
                                                + error
                                                + "\",\"details\":\\{[^{}]*"
                                                + Pattern.quote(theirs)
                                                + ".*"));
        assertThat(portal.mail().countFor(theirs)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "An account whose own address nobody has confirmed gets no link: the mailbox's owner"
                    + " would come into an account that somebody else has made")
    void unconfirmed() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        ask(portal.browser(), address);
        Await.until(
                "an event for administrators",
                () -> !admin.history().events("RESET_PASSWORD_ERROR", id).isEmpty());
        assertThat(admin.history().events("RESET_PASSWORD_ERROR", id))
                .singleElement()
                .asString()
                .contains("invalid_email");
        assertThat(portal.mail().countFor(address)).isZero();
    }

    @Test
    @DisplayName("What was typed to sign in is there already on the page of a forgotten password")
    void typedBefore() {
        Page refused = portal.signIn().submit(Map.of("username", address, "password", "wrong"));
        assertThat(refused.follow("a[href*=reset-credentials]").value("username"))
                .isEqualTo(address);
    }

    @Test
    @DisplayName("Nothing typed is asked for, without a look at anything")
    void nothing() {
        for (String blank : List.of("", "  ", "\u00a0", "\u200b")) {
            assertThat(form(portal.browser()).submit(Map.of("username", blank)).errors())
                    .containsExactly("Enter your email address");
        }
    }

    @Test
    @DisplayName("Strangers in any number of places leave the owner's browser its links")
    void strangers() {
        String id = owner();
        Browserless mine = signedIn();
        Browserless one = portal.browser();
        for (int ask = 0; ask < AN_HOUR_FOR_A_NETWORK; ask++) {
            assertThat(isSent(id, one)).isTrue();
        }
        assertThat(isSent(id, one)).as("more than half for one network").isFalse();
        assertThat(isSent(id, one.another())).as("the same network").isFalse();
        Browserless two = portal.browser();
        for (int ask = AN_HOUR_FOR_A_NETWORK; ask < AN_HOUR; ask++) {
            assertThat(isSent(id, two)).isTrue();
        }
        assertThat(isSent(id, two)).isFalse();
        assertThat(isSent(id, portal.browser())).as("no stranger's mails are left").isFalse();
        for (int ask = 0; ask < AN_HOUR; ask++) {
            assertThat(isSent(id, mine.reopened())).as("the owner's own, %d", ask).isTrue();
        }
        assertThat(isSent(id, mine.reopened())).as("the owner's own are limited").isFalse();
    }

    @Test
    @DisplayName(
            "What the owner's browser asks for is not taken from a stranger's, nor within a minute")
    void ownersOwn() {
        String id = owner();
        Browserless mine = signedIn();
        assertThat(isSentAtOnce(id, mine.reopened())).isTrue();
        assertThat(isSentAtOnce(id, mine.reopened())).as("within a minute").isFalse();
        assertThat(isSentAtOnce(id, portal.browser())).as("a stranger").isTrue();
    }

    @Test
    @DisplayName("A browser that somebody else has signed in from is a stranger's")
    void somebodyElses() {
        String id = owner();
        String other = "other-" + address;
        admin.people()
                .setEmailVerified(admin.people().createUser(other, Registration.PASSWORD), true);
        Browserless theirs = portal.browser();
        Registration.signIn(portal, theirs, other);
        assertThat(isSentAtOnce(id, theirs.reopened())).isTrue();
        assertThat(isSentAtOnce(id, portal.browser())).as("the strangers' pause").isFalse();
    }

    @Test
    @DisplayName("A browser that knew the password before the present one is a stranger's")
    void earlierPassword() {
        String id = owner();
        Browserless earlier = signedIn();
        assertThat(admin.people().resetPassword(id, CHANGED).statusCode()).isEqualTo(204);
        assertThat(isSentAtOnce(id, portal.browser())).isTrue();
        assertThat(isSentAtOnce(id, earlier.reopened())).as("the strangers' pause").isFalse();
    }

    @Test
    @DisplayName("Whoever follows the link comes in, although strangers have locked the account")
    void unlocks() {
        String id = owner();
        AddressState.lock(portal, address, id);
        ask(portal.browser(), address);
        portal.browser()
                .get(portal.linkFor(address))
                .submit(Map.of("password-new", CHANGED, "password-confirm", CHANGED));
        assertThat(admin.people().isLocked(id)).isFalse();
        assertThat(
                        portal.signIn()
                                .submit(Map.of("username", address, "password", CHANGED))
                                .address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("The cookie says nothing about the person, and goes to the realm's pages only")
    void cookie() {
        String id = owner();
        String header = deviceCookie(signedIn());
        assertThat(header)
                .doesNotContain(id)
                .contains("Path=/realms/portal/", "HttpOnly", "SameSite=Lax", "Max-Age=31536000");
        Browserless newcomer = portal.browser();
        Page page =
                portal.signIn(newcomer)
                        .follow("a[href*=registration]")
                        .submit(Registration.PUBLIC)
                        .submit(Registration.account("new-" + address));
        assertThat(hasDeviceCookie(newcomer)).as("before the code").isFalse();
        page.submit(Map.of("code", portal.codeFor("new-" + address)));
        assertThat(hasDeviceCookie(newcomer)).as("after the code").isTrue();
    }

    @Test
    @DisplayName("An application's link to it asks for the address, whoever is signed in")
    void fromAnApplication() {
        owner();
        Page page =
                signedIn()
                        .get(
                                portal.authorization("")
                                        .replace(
                                                "/openid-connect/auth?",
                                                "/openid-connect/forgot-credentials?"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.submit(Map.of("username", address)).document().text())
                .contains("If there is an account for this email address");
        assertThat(portal.linkFor(address)).contains("action-token");
    }

    @Test
    @DisplayName("A wrong password leaves no cookie")
    void wrongPassword() {
        owner();
        Browserless browser = portal.browser();
        portal.signIn(browser)
                .submit(Map.of("username", address, "password", "Not-the-Password-9"));
        assertThat(hasDeviceCookie(browser)).isFalse();
    }

    @Test
    @DisplayName("A mail server that is down shows in the events only, and is not counted")
    void mailDown() {
        String id = owner();
        try (FaultyMailServer mail = new FaultyMailServer(Fault.BUSY)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofSeconds(5));
            assertThat(isSentAtOnce(id, portal.browser())).isFalse();
            assertThat(admin.history().events("SEND_RESET_PASSWORD_ERROR", id))
                    .singleElement()
                    .asString()
                    .contains("email_send_failed");
            mail.become(Fault.NONE);
            assertThat(isSentAtOnce(id, portal.browser())).isTrue();
            assertThat(mail.mails(address)).hasSize(1);
        }
    }

    @Test
    @DisplayName("The answer comes before the mail, which nobody waits for")
    void answersFirst() {
        String id = owner();
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofSeconds(20));
            ask(portal.browser(), address);
            assertThat(admin.history().events("SEND_RESET_PASSWORD_ERROR", id)).isEmpty();
            Await.until("the mail is tried", () -> mail.connections() > 0);
            assertThat(admin.history().events("SEND_RESET_PASSWORD_ERROR", id)).isEmpty();
            mail.become(Fault.BUSY);
            Await.until(
                    "it has failed",
                    () -> !admin.history().events("SEND_RESET_PASSWORD_ERROR", id).isEmpty());
        }
    }

    @Test
    @DisplayName("A mail that may have been delivered is counted")
    void mailUnknown() {
        String id = owner();
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT_AFTER_THE_MAIL)) {
            admin.realm().sendMailTo(mail.port(), FaultyMailServer.UNTIL_UNKNOWN);
            assertThat(isSentAtOnce(id, portal.browser())).isFalse();
            assertThat(mail.mails(address)).hasSize(1);
            assertThat(isSentAtOnce(id, portal.browser())).isFalse();
            assertThat(mail.mails(address)).hasSize(1);
            assertThat(String.join("", admin.history().events("SEND_RESET_PASSWORD_ERROR", id)))
                    .contains("email_send_failed", "portal_send_refused_reset_mails");
        }
    }

    private String owner() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        return id;
    }

    private Browserless signedIn() {
        Browserless browser = portal.browser();
        assertThat(Registration.signIn(portal, browser, address).address()).hasParameter("code");
        return browser;
    }

    private Page form(Browserless browser) {
        return portal.signIn(browser).follow("a[href*=reset-credentials]");
    }

    private Page ask(Browserless browser, String typed) {
        Page page = form(browser).submit(Map.of("username", typed));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("My account");
        return page;
    }

    /** Asks a little more than a minute later. */
    private boolean isSent(String id, Browserless browser) {
        ahead = ahead.plusSeconds(61);
        portal.clockAhead(ahead);
        return isSentAtOnce(id, browser);
    }

    private boolean isSentAtOnce(String id, Browserless browser) {
        int sent = admin.history().events("SEND_RESET_PASSWORD", id).size();
        int refused = admin.history().events("SEND_RESET_PASSWORD_ERROR", id).size();
        ask(browser, address);
        Await.until(
                "what came of it",
                () ->
                        admin.history().events("SEND_RESET_PASSWORD", id).size()
                                        + admin.history()
                                                .events("SEND_RESET_PASSWORD_ERROR", id)
                                                .size()
                                > sent + refused);
        return admin.history().events("SEND_RESET_PASSWORD", id).size() > sent;
    }

    private static boolean hasDeviceCookie(Browserless browser) {
        return setCookies(browser).stream().anyMatch(header -> header.startsWith(DEVICE));
    }

    private static String deviceCookie(Browserless browser) {
        return setCookies(browser).stream()
                .filter(header -> header.startsWith(DEVICE))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> setCookies(Browserless browser) {
        return browser.answers().stream()
                .map(HttpResponse::headers)
                .flatMap(headers -> headers.allValues("Set-Cookie").stream())
                .toList();
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().sendMailTo(portal.mail().port(), Duration.ofSeconds(10));
    }
}
