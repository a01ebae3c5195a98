package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
@DisplayName("Beside a user store of the council's own, whose users are not imported")
class UserStoreIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID() + "@example.com";
    private String store;

    UserStoreIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void connect() {
        store = admin.realm().connectUserStore("test-people", Registration.PASSWORD);
    }

    private long logged(String text) {
        try {
            return Pattern.compile(text, Pattern.LITERAL)
                    .matcher(Files.readString(portal.logs().get(0)))
                    .results()
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("somebody of the store confirms the address by code, once and for all")
    void confirms() {
        String address = "stored-" + unique;
        Page page = Registration.signIn(portal, portal.browser(), address);
        assertThat(page.heading()).isEqualTo("Confirm your email");
        String code = portal.codeFor(address);
        page = page.submit(Map.of("code", Registration.wrong(code)));
        assertThat(page.errors()).singleElement().asString().startsWith("The code is not right.");
        assertThat(page.submit(Map.of("code", code)).address()).hasParameter("code");
        assertThat(Registration.signIn(portal, portal.browser(), address).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("a code that has ended is told as that, not as an account that is gone")
    void ended() {
        String address = "stored-" + unique;
        Page page = Registration.signIn(portal, portal.browser(), address);
        String code = portal.codeFor(address);
        portal.clockAhead(Duration.ofMinutes(31));
        assertThat(page.submit(Map.of("code", code)).errors())
                .containsExactly("The code has ended. Ask for a new code.");
    }

    @Test
    @DisplayName("registration writes nothing to the store, and signing in does not search it")
    void untouched() {
        String address = "new-" + unique;
        Page page = Registration.codePage(portal, address);
        Registration.signIn(portal, portal.browser(), address);
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
        assertThat(admin.people().userId(address)).doesNotStartWith("f:");
        assertThat(logged("Registered pending-")).isZero();
        assertThat(logged("Searched by claimedEmail")).isZero();
    }

    @Test
    @DisplayName(
            "an address of the store that is not proven stays in the store: nobody is given it")
    void kept() {
        String address = "stored-" + unique;
        Page page = Registration.codePage(portal, address);
        Page told = page.submit(Map.of("code", portal.codeFor(address)));
        assertThat(told.html()).contains("This email address has an account now.");
        assertThat(Registration.signIn(portal, portal.browser(), address).heading())
                .isEqualTo("Confirm your email");
    }

    @AfterEach
    void disconnect() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().disconnectUserStore(store);
    }
}
