package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("One mailbox, however its address is written")
class MailboxIT {

    private static final String NO_ADDRESS =
            "Enter an email address in the correct format, like name@example.com";

    private final Portal portal;
    private final AdminConsole admin;
    private final String name = "mailbox-" + UUID.randomUUID();
    private final String address = name + "@example.com";

    MailboxIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    /** The same address. */
    private List<String> spellings() {
        return List.of(
                address,
                address.toUpperCase(),
                name + "@ex\uFF41mple.com",
                name + "@example\u3002com",
                "\"" + name + "\"@example.com",
                "\u00A0" + address + "\u00A0",
                "\u200B" + address + "\u200B",
                " " + address + "\u3000");
    }

    @Test
    @DisplayName("gets one mail in a minute and five in an hour, from whatever clients")
    void limits() {
        long before = mails();
        int minute = 0;
        for (String spelling : spellings()) {
            portal.clockAhead(Duration.ofSeconds(61L * minute));
            long mails = mails();
            Registration.codePage(portal, spelling);
            Registration.codePage(portal, name + "+" + minute + "@example.com");
            assertThat(mails() - mails).as(spelling).isLessThanOrEqualTo(1);
            minute++;
        }
        assertThat(mails() - before).isLessThanOrEqualTo(5);
        // None of the accounts that were refused was made.
        assertThat(admin.people().pending(address).split("\"username\"", -1).length - 1)
                .isBetween(1, 5);
    }

    /** How many mails have come to it so far, whatever is behind a plus. */
    private long mails() {
        return portal.mail().recipients().stream().filter(this::isHere).count();
    }

    private boolean isHere(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).contains(name);
    }

    @Test
    @DisplayName("that has an account gets notices and no code, by whatever spelling")
    void owned() {
        Registration.register(portal, address);
        List<String> spellings = spellings();
        for (int minute = 1; minute < spellings.size(); minute++) {
            portal.clockAhead(Duration.ofHours(minute));
            int mails = portal.mail().countFor(address);
            Page page = Registration.codePage(portal, spellings.get(minute));
            assertThat(page.heading()).isEqualTo("Confirm your email");
            assertThat(page.document().select("dd").first().text()).isEqualTo(address);
            assertThat(portal.mail().countFor(address)).isEqualTo(mails + 1);
            assertThat(portal.mail().newestTextFor(address))
                    .contains("You already have an account");
        }
    }

    @Test
    @DisplayName(
            "is confirmed and signed in to by its address, registered with what came by pasting")
    void pasted() {
        Page page = Registration.codePage(portal, "\u200B" + address.toUpperCase() + "\u00A0");
        assertThat(admin.people().pending(address))
                .contains("\"claimedEmail\":[\"" + address + "\"]");
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
        assertThat(Registration.signIn(portal, portal.browser(), address).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("under an international domain is one, in the letters of people and those of DNS")
    void international() {
        String people = name + "@m\u00FCnchen.example";
        String dns = name + "@xn--mnchen-3ya.example";
        Page page = Registration.codePage(portal, people);
        assertThat(page.document().select("dd").first().text()).isEqualTo(people);
        assertThat(admin.people().pending(dns)).contains(dns);
        Page again = Registration.codePage(portal, dns);
        assertThat(again.document().text()).contains("a moment ago");
        assertThat(page.submit(Map.of("code", portal.codeFor(dns))).address()).hasParameter("code");
    }

    @Test
    @DisplayName("is changed to on step 3 by any spelling, and counted like others")
    void changed() {
        Page page = Registration.codePage(portal, "first-" + address);
        page = change(page, "\u00A0\"" + name + "\"@EXAMPLE.com");
        assertThat(page.document().select("dd").first().text()).isEqualTo(address);
        assertThat(admin.people().pending(address))
                .contains("\"claimedEmail\":[\"" + address + "\"]");
        assertThat(change(page, "no address").errors()).containsExactly(NO_ADDRESS);
        for (int time = 0; time < 2; time++) {
            page = change(page, "second-" + address);
            assertThat(page.heading()).isEqualTo("Confirm your email");
            page = change(page, address);
        }
        page = change(page, "second-" + address);
        page = change(page, address);
        assertThat(page.heading()).isEqualTo("Change your email address");
        assertThat(page.value("email")).isEqualTo(address);
        assertThat(page.errors())
                .singleElement()
                .asString()
                .startsWith("This email address has been used to register too many times.");
        assertThat(admin.people().pending(address)).isEqualTo("[]");
    }

    private static Page change(Page page, String typed) {
        return page.submit(Map.of("step", "address", "email", typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "nobody@",
                "@example.com",
                "nobody@[192.0.2.1]",
                "no body@example.com",
                "nobody@stra\u00DFe.example",
                "nobody@example..com"
            })
    @DisplayName("is not reached by what is no address: the field says so")
    void noAddress(String typed) {
        Page page = Registration.codePage(portal, typed);
        assertThat(page.heading()).isEqualTo("Your account");
        assertThat(page.errors()).containsExactly(NO_ADDRESS);
        assertThat(page.value("email")).isEqualTo(typed);
    }

    @Test
    @DisplayName("has an address of 254 octets at most")
    void longest() {
        String label = "a".repeat(63);
        String domain = "@%1$s.%1$s.%2$s.example".formatted(label, "b".repeat(54));
        String longest = "c".repeat(254 - domain.length());
        assertThat(longest.length()).isLessThanOrEqualTo(64);
        assertThat(Registration.codePage(portal, longest + domain).heading())
                .isEqualTo("Confirm your email");
        assertThat(Registration.codePage(portal, "c" + longest + domain).errors())
                .containsExactly(NO_ADDRESS);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
