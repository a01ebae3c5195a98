package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
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
@DisplayName("Whose address somebody else has changed")
class AddressUndoIT {

    private static final String ANOTHER = "Another-Horse-8-staple";
    private static final String QUESTION = "Change your email address back";
    private static final String PASSWORD_PAGE = "Change your password";

    private final Portal portal;
    private final AdminConsole admin;
    private final String thiefs = MovingPerson.newAddress();
    private MovingPerson person;
    private String wayBack;

    AddressUndoIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void takenOver() {
        person = MovingPerson.signedIn(portal);
        person.changeTo(thiefs);
        wayBack = portal.mail().wayBackFor(person.address());
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }

    private Page question() {
        return portal.browser().get(wayBack);
    }

    private Page press() {
        return press(question());
    }

    private static Page press(Page question) {
        assertThat(question.heading()).isEqualTo(QUESTION);
        return question.send(Map.of());
    }

    private void assertHas(String address) {
        assertThat(person.account())
                .contains("\"email\":\"" + address, "\"username\":\"" + address)
                .contains("\"emailVerified\":true");
    }

    @Test
    @DisplayName("changes it back by the link and a button, and chooses another password")
    void undone() {
        Page page = press();
        assertThat(page.heading()).isEqualTo(PASSWORD_PAGE);
        assertHas(person.address());
        assertThat(admin.people().sessions(person.id())).isEqualTo("[]");
        assertThat(Registration.signIn(portal, portal.browser(), thiefs).errors()).isNotEmpty();
        assertThat(Registration.signIn(portal, portal.browser(), person.address()).errors())
                .isNotEmpty();
        page = choose(page, Registration.PASSWORD);
        assertThat(page.errors()).isNotEmpty();
        page = choose(page, ANOTHER);
        assertThat(page.heading()).isEqualTo("Your account has been changed");
        assertThat(admin.people().sessions(person.id())).isEqualTo("[]");
        assertThat(
                        portal.signIn()
                                .submit(Map.of("username", person.address(), "password", ANOTHER))
                                .address())
                .hasParameter("code");
        assertThat(admin.history().events("UPDATE_EMAIL", person.id()).get(0))
                .contains("changed_back", "\"previous_email\":\"" + thiefs)
                .contains("\"updated_email\":\"" + person.address());
    }

    private static Page choose(Page page, String password) {
        return page.send(Map.of("password-new", password, "password-confirm", password));
    }

    @Test
    @DisplayName("changes nothing by opening the link, which programs do too")
    void scanned() {
        for (int time = 0; time < 3; time++) {
            assertThat(question().heading()).isEqualTo(QUESTION);
        }
        assertHas(thiefs);
        assertThat(admin.people().sessions(person.id())).contains("\"id\"");
    }

    @Test
    @DisplayName("can do so once; who follows the link again is told")
    void once() {
        Page question = question();
        press(question);
        Page again = question.send(Map.of());
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.heading()).isEqualTo("This link has been used");
        assertThat(question().heading()).isEqualTo("This link has been used");
    }

    @Test
    @DisplayName("does it once, however often the button is pressed at the same time")
    void atOnce() {
        List<Callable<Page>> presses = new ArrayList<>();
        for (int time = 0; time < 6; time++) {
            Page question = question();
            presses.add(() -> press(question));
        }
        assertThat(Crowd.atOnce(presses))
                .filteredOn(page -> page.heading().equals(PASSWORD_PAGE))
                .hasSize(1);
        assertHas(person.address());
        assertThat(admin.history().events("UPDATE_EMAIL", person.id())).hasSize(2);
    }

    @Test
    @DisplayName("is told the same of a link that has expired as of one that never was")
    void expired() {
        portal.clockAhead(Duration.ofDays(7).minusMinutes(1));
        assertThat(question().heading()).isEqualTo(QUESTION);
        portal.clockAhead(Duration.ofDays(7).plusMinutes(1));
        Page expired = question();
        Page never = portal.browser().get(wayBack.replaceFirst("token=.*", "token=nonsense"));
        Page none = portal.browser().get(wayBack.replaceFirst("\\?.*", ""));
        assertThat(List.of(expired.status(), never.status(), none.status())).containsOnly(400);
        assertThat(List.of(plain(never), plain(none))).containsOnly(plain(expired));
        Page pressed =
                portal.browser()
                        .post(wayBack.replaceFirst("\\?.*", ""), Map.of("token", "nonsense"));
        assertThat(pressed.status()).isEqualTo(400);
        assertHas(thiefs);
    }

    private static String plain(Page page) {
        return page.html().replaceAll("(kc_state_checker|token)=[\\w-]+(&amp;)?", "");
    }

    @Test
    @DisplayName("is not stopped by a second change, which prolongs the link, and loses its own")
    void secondChange() {
        portal.clockAhead(Duration.ofDays(5));
        Browserless thief = portal.browser();
        Registration.signIn(portal, thief, thiefs);
        String second = MovingPerson.newAddress();
        person.newAddressPage(thief)
                .send(Map.of("email", second))
                .submit(Map.of("code", portal.codeFor(second)));
        assertHas(second);
        String thiefsWayBack = portal.mail().wayBackFor(thiefs);
        portal.clockAhead(Duration.ofDays(11));
        press();
        assertHas(person.address());
        assertThat(portal.browser().get(thiefsWayBack).heading())
                .isEqualTo("This link has been used");
    }

    @Test
    @DisplayName("is not stopped by somebody who changes a second change back")
    void thiefGoesBack() {
        String second = MovingPerson.newAddress();
        person.changeTo(second);
        press(portal.browser().get(portal.mail().wayBackFor(thiefs)));
        assertHas(thiefs);
        press();
        assertHas(person.address());
    }

    @Test
    @DisplayName("ends what the thief had begun before, in whatever tab")
    void heldOpen() {
        MovingPerson another = MovingPerson.signedIn(portal);
        Browserless tab = another.browser().another();
        Registration.signIn(portal, tab, another.address());
        String third = MovingPerson.newAddress();
        Page held = another.newAddressPage(tab).send(Map.of("email", third));
        String code = portal.codeFor(third);
        another.changeTo(MovingPerson.newAddress());
        portal.clockAhead(Duration.ofSeconds(90));
        press(portal.browser().get(portal.mail().wayBackFor(another.address())));
        held.submit(Map.of("code", code));
        Page resent = held.submit(Map.of("resend", "true"));
        held.submit(Map.of("code", portal.codeFor(third)));
        assertThat(resent.heading()).isNotEqualTo("Enter the code");
        assertThat(another.account()).contains("\"email\":\"" + another.address());
    }

    @Test
    @DisplayName("ends tokens, offline ones too")
    void tokens() {
        List<Page> tokens = new ArrayList<>();
        for (String scope : List.of("openid", "openid offline_access")) {
            tokens.add(admin.account().directGrant(thiefs, Registration.PASSWORD, scope));
        }
        press();
        assertThat(tokens)
                .allSatisfy(
                        each ->
                                assertThat(admin.account().refreshed(each).status())
                                        .isEqualTo(400));
    }

    @Test
    @DisplayName("voids a link to a new password that was mailed to the thief")
    void reset() {
        Browserless thief = portal.browser();
        portal.signIn(thief)
                .follow("a[href*=reset-credentials]")
                .submit(Map.of("username", thiefs));
        String link = portal.linkFor(thiefs);
        press();
        assertThat(thief.get(link).document().select("[name=password-new]")).isEmpty();
    }

    @Test
    @DisplayName("ends a session, too, that comes into being a moment later")
    void later() {
        press();
        admin.send("POST", "/users/" + person.id() + "/impersonation", "");
        Await.until(
                "the session is ended", () -> admin.people().sessions(person.id()).equals("[]"));
    }

    @Test
    @DisplayName("is told that another account has the address now, and nothing is changed")
    void taken() {
        Page page = Registration.codePage(portal, person.address());
        page.submit(Map.of("code", portal.codeFor(person.address())));
        Page pressed = press();
        assertThat(pressed.status()).isEqualTo(409);
        assertThat(pressed.html()).contains("Another account has this email address now.");
        assertHas(thiefs);
        assertThat(admin.people().sessions(person.id())).contains("\"id\"");
        assertThat(Registration.signIn(portal, portal.browser(), thiefs).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("gets the address back of an account that is disabled, and it stays so")
    void disabled() {
        admin.people().disable(person.id());
        Page page = press();
        assertThat(page.heading()).isEqualTo("Your email address is changed back");
        assertHas(person.address());
        assertThat(person.account()).contains("\"enabled\":false");
    }

    @Test
    @DisplayName("is told so if the account was closed, and no row is left")
    void closed() {
        Page question = question();
        admin.people().removeUser(person.id());
        assertThat(question.send(Map.of()).html()).contains("the account may have been closed");
        assertThat(portal.rows("PORTAL_ADDRESS_CHANGE where USER_ID = '" + person.id() + "'"))
                .isZero();
    }

    @Test
    @DisplayName("comes to a strict page, whose key is in no log, no event and no other address")
    void strict() throws IOException {
        Page page = press();
        String key = wayBack.replaceFirst(".*token=", "");
        assertThat(page.address().toString()).doesNotContain(key);
        for (var answer : page.browser().answers()) {
            if (answer.statusCode() == 200) {
                assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                        .startsWith("default-src 'none'");
                assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .contains("no-store");
            }
        }
        assertThat(Files.readString(portal.logs().get(0))).doesNotContain(key);
        assertThat(portal.events()).doesNotContain(key);
        assertThat(portal.rows("PORTAL_ADDRESS_CHANGE where KEY_HASH = '" + key + "'")).isZero();
    }
}
