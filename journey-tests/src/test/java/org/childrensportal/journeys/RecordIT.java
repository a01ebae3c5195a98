package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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

@ExtendWith(Portal.Provider.class)
@DisplayName("What happened to an account")
class RecordIT {

    private static final String ACTION = "&kc_action=portal-record";
    private static final String CHANGED = "Another-Horse-8-staple";

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final String address = "record-" + UUID.randomUUID() + "@example.com";

    RecordIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser();
    }

    @AfterEach
    void defaults() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().configureRealm("{\"eventsEnabled\": true, \"eventsExpiration\": 7776000}");
    }

    private String confirmed() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        return id;
    }

    private Page page(String parameters) {
        return browser.get(portal.authorization(ACTION + parameters));
    }

    private static List<String> told(Page page) {
        return page.document().select("main dd").eachText().stream()
                .map(line -> line.replaceFirst(", (from|o gyfeiriad) IP.*", ""))
                .toList();
    }

    @Test
    @DisplayName("is told in plain words, newest first, with time and place")
    void told() {
        Page code = Registration.codePage(portal, address);
        code.submit(Map.of("code", portal.codeFor(address)));
        Registration.signIn(portal, browser, address)
                .browser()
                .get(portal.authorization("&kc_action=UPDATE_PROFILE"))
                .send(Map.of("firstName", "Bea"));
        portal.signIn(portal.browser()).submit(Map.of("username", address, "password", "wrong"));
        Page reset = portal.signIn(portal.browser()).follow("a[href*=reset-credentials]");
        reset.submit(Map.of("username", address));
        portal.linkFor(address);
        browser.get(portal.authorization("&kc_action=UPDATE_PASSWORD"))
                .send(Map.of("password-new", CHANGED, "password-confirm", CHANGED));
        Page page = page("");
        assertThat(page.heading()).isEqualTo("What happened to your account");
        assertThat(told(page))
                .containsSubsequence(
                        "Your password was changed",
                        "Somebody tried to sign in with a wrong password",
                        "Your details were changed",
                        "You signed in to Children's Services Portal",
                        "Your email address was confirmed",
                        "We sent you a code to confirm your email address",
                        "This account was made");
        assertThat(told(page)).contains("We sent you a link to choose a new password");
        assertThat(page.document().select("main dt").eachText())
                .allMatch(when -> when.matches("\\d\\d:\\d\\d, \\d+ \\w+ \\d{4}"));
        assertThat(page.document().select("main dd").eachText())
                .anyMatch(line -> line.matches(".*, from IP address 10\\.18\\.\\d+\\.\\d+"));
        assertThat(page.document().select("main").text()).doesNotContain("portalRecord", "_");
    }

    @Test
    @DisplayName("names nobody else: no name that was typed, nothing of another account")
    void strangers() {
        confirmed();
        String other = "other-" + address;
        String otherId = admin.people().createUser(other, Registration.PASSWORD);
        admin.people().setEmailVerified(otherId, true);
        Registration.signIn(portal, portal.browser(), other);
        Registration.signIn(portal, browser, address);
        Page page = page("");
        assertThat(page.html()).doesNotContain(other, otherId);
        assertThat(told(page)).containsExactly("You signed in to Children's Services Portal");
    }

    @Test
    @DisplayName("comes in parts, where it is long, and sign-ins of one session are one")
    void parts() {
        confirmed();
        portal.signIn(portal.browser()).submit(Map.of("username", address, "password", "wrong"));
        for (int session = 0; session < 30; session++) {
            Registration.signIn(portal, portal.browser(), address);
        }
        Registration.signIn(portal, browser, address);
        for (int more = 0; more < 4; more++) {
            portal.signIn(browser);
        }
        Page first = page("");
        assertThat(told(first)).hasSizeBetween(24, 27);
        Page second = first.follow("main a:contains(Earlier)");
        assertThat(told(second)).contains("Somebody tried to sign in with a wrong password");
        assertThat(second.document().select("main a:contains(Earlier)")).isEmpty();
        assertThat(told(second.follow("main a:contains(Later)"))).isEqualTo(told(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"part-999", "part--1", "part-99999999999", "'", "part-1;x"})
    @DisplayName("is shown, whatever is asked for in the address")
    void anyPart(String step) {
        confirmed();
        Registration.signIn(portal, browser, address);
        String here =
                page("").document()
                        .select("form")
                        .attr("abs:action")
                        .replaceAll("session_code=[^&]+&", "");
        Page page = browser.get(here + "&step=" + step);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("What happened to your account");
    }

    @Test
    @DisplayName("is told of for 90 days")
    void old() {
        confirmed();
        Registration.signIn(portal, portal.browser(), address);
        portal.clockAhead(Duration.ofDays(91));
        Registration.signIn(portal, browser, address);
        assertThat(told(page(""))).hasSize(1);
    }

    @Test
    @DisplayName("is not told where the realm keeps no record, and the page says so")
    void notKept() {
        confirmed();
        Registration.signIn(portal, browser, address);
        admin.realm().configureRealm("{\"eventsEnabled\": false}");
        assertThat(page("").document().select("main p").first().text())
                .isEqualTo("This service keeps no record of what happens to accounts.");
    }

    @Test
    @DisplayName("is told for as many days as the realm keeps it")
    void shorter() {
        confirmed();
        Registration.signIn(portal, browser, address);
        admin.realm().configureRealm("{\"eventsExpiration\": 864000}");
        assertThat(page("").document().select("main p").text()).contains("from the last 10 days");
    }

    @Test
    @DisplayName("is told in Welsh, too")
    void welsh() {
        confirmed();
        Registration.signIn(portal, browser, address);
        Page page = page("&ui_locales=cy");
        assertThat(page.heading()).isEqualTo("Beth ddigwyddodd i’ch cyfrif");
        assertThat(told(page).get(0)).startsWith("Gwnaethoch fewngofnodi i ");
    }
}
