package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("An address belongs to whoever proves it")
class AddressClaimIT {

    private static final String TAKEN = "This email address has an account now. Sign in to use it.";
    private static final String OTHERS_PASSWORD = "Another-Horse-8-staple";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "claim-" + UUID.randomUUID() + "@example.com";

    AddressClaimIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private static Map<String, String> by(String password, String address) {
        return Registration.with(
                Registration.with(Registration.account(address), "password", password),
                "password-confirm",
                password);
    }

    /** The page without what differs from one request to the next. */
    private static String masked(Page page, String address) {
        return (page.status() + " " + page.address() + page.html())
                .replace(address, "ADDRESS")
                .replaceAll("(tab_id|client_data|session_code|execution)=[^&\"]+", "$1=")
                .replaceAll("[0-9]{2}:[0-9]{2}, [0-9]+ \\w+ [0-9]{4}", "TIME")
                .replaceAll("data-seconds=\"[0-9]+\"", "SECONDS");
    }

    @Test
    @DisplayName("Registering a free, a claimed and an owned address gives the same page")
    void sameAnswer() {
        String free = "free-" + address;
        String claimed = "held-" + address;
        String owned = "mine-" + address;
        Registration.codePage(portal, claimed);
        Registration.register(portal, owned);
        portal.clockAhead(Duration.ofSeconds(61));
        Page forFree = Registration.codePage(portal, free);
        assertThat(forFree.heading()).isEqualTo("Confirm your email");
        String expected = masked(forFree, free);
        assertThat(masked(Registration.codePage(portal, claimed), claimed)).isEqualTo(expected);
        assertThat(masked(Registration.codePage(portal, owned), owned)).isEqualTo(expected);
    }

    @Test
    @DisplayName("The owner gets a mail without a code, each time, and keeps the address")
    void owner() {
        Registration.register(portal, address);
        portal.clockAhead(Duration.ofSeconds(61));
        Page page = Registration.codePage(portal, address);
        assertThat(portal.mail().newestTextFor(address))
                .contains("You already have an account")
                .doesNotContainPattern("\\b[0-9]{8}\\b");
        assertThat(page.submit(Map.of("code", "12345678")).errors())
                .singleElement()
                .asString()
                .startsWith("The code is not right.");
        portal.clockAhead(Duration.ofSeconds(122));
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.html()).contains("We have sent you a new code");
        assertThat(portal.mail().countFor(address)).isEqualTo(3);
        assertThat(portal.mail().newestTextFor(address)).contains("You already have an account");
        assertThat(Registration.signIn(portal, portal.browser(), address).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("Two people claim one address: the first to prove it has it, the other is told")
    void sideBySide() {
        Page first = Registration.codePage(portal, address);
        String firstCode = portal.codeFor(address);
        portal.clockAhead(Duration.ofSeconds(61));
        Page second = Registration.accountPage(portal).submit(by(OTHERS_PASSWORD, address));
        String secondCode = portal.codeFor(address);
        assertThat(first.submit(Map.of("code", firstCode)).address()).hasParameter("code");
        Page told = second.submit(Map.of("code", secondCode));
        assertThat(told.heading()).isEqualTo("My account");
        assertThat(told.html()).contains(TAKEN);
    }

    @Test
    @DisplayName("Who registers somebody else's address first gains nothing and stops nobody")
    void squatting() {
        Page attacker = Registration.accountPage(portal).submit(by(OTHERS_PASSWORD, address));
        portal.clockAhead(Duration.ofSeconds(61));
        Page victim = Registration.codePage(portal, address);
        String code = portal.codeFor(address);
        assertThat(attacker.submit(Map.of("code", code)).errors())
                .singleElement()
                .asString()
                .startsWith("The code is not right.");
        assertThat(victim.submit(Map.of("code", code)).address()).hasParameter("code");
        // Signed in to what he made, he waits for a code that never comes, as anybody would.
        Page his = portal.signIn().submit(Map.of("username", address, "password", OTHERS_PASSWORD));
        assertThat(his.heading()).isEqualTo("Confirm your email");
        assertThat(his.submit(Map.of("code", code)).address()).hasNoParameter("code");
    }

    @Test
    @DisplayName("Each of several pending accounts on one address is signed in to by its password")
    void comingBack() {
        Registration.codePage(portal, address);
        String code = portal.codeFor(address);
        portal.clockAhead(Duration.ofSeconds(61));
        Registration.accountPage(portal).submit(by(OTHERS_PASSWORD, address));
        Page back = Registration.signIn(portal, portal.browser(), address);
        assertThat(back.heading()).isEqualTo("Confirm your email");
        assertThat(back.submit(Map.of("code", code)).address()).hasParameter("code");
    }

    @Test
    @DisplayName("A pending account is found by an administrator and removed after 24 hours")
    void removal() {
        Registration.codePage(portal, address);
        String confirmed = "kept-" + address;
        Registration.register(portal, confirmed);
        String made = admin.people().createUser("made-" + address, Registration.PASSWORD);
        String id = admin.people().userId(address);
        portal.clockAhead(Duration.ofHours(25));
        Await.until("it is removed", () -> admin.people().pending(address).equals("[]"));
        assertThat(admin.history().events("DELETE_ACCOUNT", id))
                .singleElement()
                .asString()
                .contains("not_confirmed_in_time");
        assertThat(admin.people().userId(confirmed)).isNotEmpty();
        assertThat(admin.people().userId("made-" + address)).isEqualTo(made);
    }

    @Test
    @DisplayName("An administrator can have registration say that an address has an account")
    void sayRegistered() {
        Registration.register(portal, address);
        admin.realm().sayRegistered(true);
        try {
            Page page = Registration.codePage(portal, address);
            assertThat(page.errors())
                    .containsExactly("There is already an account for this email address");
        } finally {
            admin.realm().sayRegistered(false);
        }
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
