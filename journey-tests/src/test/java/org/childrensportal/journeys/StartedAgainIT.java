package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Who goes back and registers again")
class StartedAgainIT {

    private static final String WAIT =
            "We sent an email to %s a moment ago\\. Your code can be sent in"
                    + " ([0-9]+ seconds|1 second|[0-9]+ minutes): ask for it then\\.";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "again-" + UUID.randomUUID() + "@example.com";

    StartedAgainIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private void assertWaits(Page page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).doesNotStartWith("Error");
        assertThat(page.errors()).isEmpty();
        assertThat(page.document().select(".govuk-error-summary")).isEmpty();
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertThat(page.document().select("main p").eachText())
                .anyMatch(text -> text.matches(WAIT.formatted(address)));
        assertThat(page.document().select("button[name=resend]").text())
                .isEqualTo("Send me a code");
        assertThat(page.document().select("#code")).isEmpty();
    }

    @Test
    @DisplayName(
            "within a minute is told when the code comes, as no error, and gets it by the button")
    void withinAMinute() {
        Registration.codePage(portal, address);
        Page page = Registration.codePage(portal, address);
        assertWaits(page);
        assertWaits(page.submit(Map.of("resend", "true")));
        assertWaits(page.browser().get(page.address().toString()));
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
        portal.clockAhead(Duration.ofSeconds(61));
        Page later = page.browser().get(page.address().toString());
        assertThat(later.errors()).isEmpty();
        assertThat(later.document().text())
                .contains("The code for " + address + " has not been sent yet.");
        assertThat(portal.mail().countFor(address)).as("rendering mails nothing").isEqualTo(1);
        page = later.submit(Map.of("resend", "true"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.document().text()).contains("We have just sent you an email");
        assertThat(page.html()).doesNotContain("Earlier codes no longer work");
        assertThat(portal.mail().countFor(address)).isEqualTo(2);
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("of an address that has an account, comes to the same pages")
    void owned() {
        Registration.register(portal, address);
        Page page = Registration.codePage(portal, address);
        assertWaits(page);
        portal.clockAhead(Duration.ofSeconds(61));
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.document().text()).contains("We have just sent you an email");
        assertThat(portal.mail().newestTextFor(address)).contains("You already have an account");
    }

    @Test
    @DisplayName("reads it in Welsh too")
    void welsh() {
        Registration.codePage(portal, address);
        Page page = Registration.codePage(portal, address);
        page = page.follow("a[hreflang=cy]");
        assertThat(page.document().text())
                .contains("Anfonwyd ebost i " + address, "eiliad", "Anfonwch god ataf");
    }

    @Test
    @DisplayName("is told in minutes when the pause is long")
    void longPause() {
        assertThat(
                        admin.realm()
                                .configureCodes("\"pause-between-codes-seconds\":\"600\"")
                                .statusCode())
                .isEqualTo(204);
        Registration.codePage(portal, address);
        Page page = Registration.codePage(portal, address);
        assertWaits(page);
        assertThat(page.document().text()).contains("in 10 minutes");
    }

    @Test
    @DisplayName("once the hour's codes are sent, is told when the next can be had, as no error")
    void hour() {
        assertThat(admin.realm().configureCodes("\"codes-an-hour\":\"2\"").statusCode())
                .isEqualTo(204);
        Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofSeconds(61));
        Registration.signIn(portal, portal.browser(), address).submit(Map.of("resend", "true"));
        assertThat(portal.mail().countFor(address)).isEqualTo(2);
        portal.clockAhead(Duration.ofSeconds(122));
        Page page = Registration.codePage(portal, address);
        assertThat(page.errors()).isEmpty();
        assertThat(page.document().select("main p").eachText())
                .anyMatch(
                        text ->
                                text.matches(
                                        "Too many codes have been sent\\. You can ask for a new one"
                                                + " at [0-9:]{5}, .*"));
    }

    @Test
    @DisplayName(
            "keeps all that was typed when too many accounts were begun, and no account is made")
    void tooMany() {
        assertThat(admin.realm().configureCodes("\"codes-an-hour\":\"1\"").statusCode())
                .isEqualTo(204);
        String owned = "owned-" + address;
        Registration.codePage(portal, address);
        Registration.register(portal, owned);
        for (String typed : new String[] {address, owned}) {
            Page page = Registration.codePage(portal, typed);
            assertThat(page.heading()).isEqualTo("Your account");
            assertThat(page.errors())
                    .singleElement()
                    .asString()
                    .matches(
                            "This email address has been used to register too many times\\. You can"
                                + " use it again at [0-9]{2}:[0-9]{2}, [0-9]+ \\w+ [0-9]{4}\\.");
            assertThat(page.document().select("#email-error")).isNotEmpty();
            assertThat(page.value("email")).isEqualTo(typed);
            assertThat(page.follow(".govuk-back-link").value("lastName")).isEqualTo("Smith-Jones");
        }
        assertThat(admin.people().pending(address).split("\"username\"", -1)).hasSize(2);
        assertThat(admin.people().pending(owned)).isEqualTo("[]");
        portal.clockAhead(Duration.ofMinutes(61));
        assertThat(Registration.codePage(portal, address).heading())
                .isEqualTo("Confirm your email");
    }

    @Test
    @DisplayName("after mistakes in other fields has lost none of the address's allowance")
    void otherMistakes() {
        Map<String, String> mistaken =
                Registration.with(Registration.account(address), "password-confirm", "other");
        Page page = Registration.accountPage(portal);
        for (int time = 0; time < 8; time++) {
            page = page.submit(mistaken);
            assertThat(page.errors()).containsExactly("Enter the same password twice");
        }
        page = page.submit(Registration.account(address));
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        assertThat(admin.realm().configureCodes("").statusCode()).isEqualTo(204);
    }
}
