package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever waits for a code")
class LateMailIT {

    private static final String HELP = "details[data-late]";
    private static final String OPEN = HELP + "[open]";

    private final Portal portal;
    private final String address = "late-" + UUID.randomUUID() + "@example.com";

    LateMailIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("can read what to do if it does not come, and is shown it after two minutes")
    void reloaded() {
        Page page = Registration.codePage(portal, address);
        assertThat(page.document().select(HELP)).hasSize(1);
        assertThat(page.document().select(OPEN)).isEmpty();
        assertThat(page.document().select(HELP).text())
                .startsWith("If the email has not arrived after 2 minutes")
                .contains("Check that " + address + " is your address", "ask your IT team");
        portal.clockAhead(Duration.ofSeconds(121));
        assertThat(reloaded(page).document().select(OPEN)).hasSize(1);
        Page another = page.submit(Map.of("resend", "true"));
        assertThat(another.document().select(HELP)).hasSize(1);
        assertThat(another.document().select(OPEN)).isEmpty();
    }

    @Test
    @DisplayName("is shown it halfway through the life of a code that is shorter")
    void shortLife() {
        portal.admin().realm().configureCodes("\"code-life-minutes\":\"2\"");
        Page page = Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofSeconds(61));
        assertThat(reloaded(page).document().select(OPEN)).hasSize(1);
    }

    @Test
    @DisplayName("is not shown it where no code is on its way")
    void noCode() {
        Page page = Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofMinutes(31));
        assertThat(reloaded(page).document().select(HELP)).isEmpty();
    }

    @Test
    @DisplayName("is shown it without a reload, where scripts may run")
    void byItself() {
        Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofSeconds(110));
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.authorization(""));
            browser.type("username", address);
            browser.type("password", Registration.PASSWORD);
            browser.press("Sign in");
            assertThat(browser.heading()).isEqualTo("Confirm your email");
            Await.until("what to do is shown", () -> browser.count(OPEN) == 1);
            assertThat(browser.console()).isEmpty();
        }
    }

    private static Page reloaded(Page page) {
        return page.browser().get(page.address().toString());
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        assertThat(portal.admin().realm().configureCodes("").statusCode()).isEqualTo(204);
    }
}
