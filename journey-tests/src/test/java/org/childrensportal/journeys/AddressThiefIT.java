package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.childrensportal.people.Browserless;
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
@DisplayName("Somebody who has an account's session and password, but not its mailbox,")
class AddressThiefIT {

    private static final String ANOTHER = "Another-Horse-8-staple";
    private static final String PASSWORD_PAGE = "Change your password";
    private static final int FAILURES_TO_LOCK = 10;

    /** Longer than what Keycloak takes for a robot. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Portal portal;
    private final AdminConsole admin;
    private final String thiefs = MovingPerson.newAddress();
    private MovingPerson person;

    AddressThiefIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void signedIn() {
        person = MovingPerson.signedIn(portal);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }

    private Page changeBack() {
        return portal.browser().get(portal.mail().wayBackFor(person.address())).send(Map.of());
    }

    private void assertHas(String address) {
        assertThat(person.account()).contains("\"email\":\"" + address);
    }

    @Test
    @DisplayName("does not close the account while its address can be changed back")
    void closes() {
        person.changeTo(thiefs);
        Page page = person.browser().get(portal.authorization("&kc_action=delete_account"));
        if (!page.document().select("[name=password]").isEmpty()) {
            page.submit(Map.of("password", Registration.PASSWORD));
        }
        assertThat(changeBack().heading()).isEqualTo(PASSWORD_PAGE);
        assertHas(person.address());
    }

    @Test
    @DisplayName("loses the link of a second change though it is made by a clock that is behind")
    void clockBehind() {
        portal.clockAhead(Duration.ofSeconds(20));
        person.changeTo(thiefs);
        portal.clockAhead(Duration.ZERO);
        String second = MovingPerson.newAddress();
        person.changeTo(second);
        assertHas(second);
        String thiefsWayBack = portal.mail().wayBackFor(thiefs);
        changeBack();
        assertHas(person.address());
        Page again = portal.browser().get(thiefsWayBack);
        assertThat(again.heading()).isEqualTo("This link has been used");
    }

    @Test
    @DisplayName("does not keep the owner out by wrong passwords of before")
    void locks() {
        person.changeTo(thiefs);
        for (int tries = 1; tries <= FAILURES_TO_LOCK; tries++) {
            portal.clockAhead(BETWEEN_TRIES.multipliedBy(tries));
            portal.signIn().submit(Map.of("username", thiefs, "password", "Wrong-Horse-9-staple"));
            admin.people().awaitFailures(person.id(), tries);
        }
        assertThat(admin.people().isLocked(person.id())).isTrue();
        changeBack().send(Map.of("password-new", ANOTHER, "password-confirm", ANOTHER));
        Page in = portal.signIn().submit(Map.of("username", person.address(), "password", ANOTHER));
        assertThat(in.address()).hasParameter("code");
    }

    @Test
    @DisplayName("finds the owner's page in whatever language they ask for, with the same button")
    void language() {
        person.changeTo(thiefs);
        Browserless owner = portal.browser();
        Page question = owner.get(portal.mail().wayBackFor(person.address()));
        Page welsh = question.follow("a[hreflang=cy]");
        assertThat(welsh.document().select("main form [name=token]")).isNotEmpty();
        welsh.send(Map.of());
        assertHas(person.address());
    }
}
