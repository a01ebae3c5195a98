package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A page that somebody holds open")
class OpenPagesIT {

    private static final Set<HeldPage> OF_SOMEBODY_SIGNED_IN =
            Set.of(
                    HeldPage.NEW_PASSWORD_OF_THE_APPLICATION,
                    HeldPage.DETAILS,
                    HeldPage.APP_SET_UP,
                    HeldPage.CONSENT);

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "held-" + UUID.randomUUID() + "@example.com";

    OpenPagesIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    static Stream<Arguments> table() {
        return Arrays.stream(HeldPage.values())
                .flatMap(
                        page ->
                                Arrays.stream(AccountEnd.values())
                                        .filter(end -> isPossible(page, end))
                                        .map(end -> Arguments.of(page, end)));
    }

    /** An address that is not confirmed asks for a code at the new one. */
    private static boolean isPossible(HeldPage page, AccountEnd end) {
        return (OF_SOMEBODY_SIGNED_IN.contains(page) || !end.needsSession())
                && (page != HeldPage.CODE_BY_EMAIL || end != AccountEnd.ADDRESS_CHANGED);
    }

    private String account(HeldPage page) {
        assertThat(admin.send("POST", "/users", page.account(address)).statusCode()).isEqualTo(201);
        return admin.people().userId(address);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("table")
    @DisplayName("does nothing once the account was put out or changed, and says why")
    void held(HeldPage held, AccountEnd end) {
        String id = account(held);
        Page page = held.open(portal, address, id);
        end.happen(portal, address, id);
        List<String> before = state(id);
        Page ended = held.send(portal, page, address);
        assertThat(ended.address()).hasNoParameter("code");
        assertThat(state(id)).isEqualTo(before);
        if (OF_SOMEBODY_SIGNED_IN.contains(held) && end.endsSession()) {
            // Keycloak 26.7 ends the journeys of a session with it.
            assertThat(ended.heading()).isEqualTo("My account");
            assertThat(ended.errors()).isNotEmpty();
            return;
        }
        assertThat(ended.heading()).isEqualTo(end.heading());
        assertThat(ended.document().select("main").text()).contains(end.words());
        assertThat(ended.status()).isEqualTo(403);
        assertThat(admin.history().events("CUSTOM_REQUIRED_ACTION_ERROR", id))
                .anyMatch(event -> event.contains(end.eventError()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(HeldPage.class)
    @DisplayName("goes on as ever if nothing has happened to the account")
    void goesOn(HeldPage held) {
        String id = account(held);
        Page page = held.open(portal, address, id);
        Page in = held.send(portal, page, address);
        assertThat(in.address()).hasParameter("code");
    }

    /** All that pages could have changed, and how many are signed in. */
    private List<String> state(String id) {
        return List.of(
                admin.send("GET", "/users/" + id, "").body(),
                admin.send("GET", "/users/" + id + "/credentials", "").body(),
                admin.send("GET", "/users/" + id + "/consents", "").body(),
                String.valueOf(admin.people().sessions(id).split("\"id\"", -1).length));
    }

    @Test
    @DisplayName("leads to sign-in, from where it goes on")
    void again() {
        HeldPage held = HeldPage.NEW_PASSWORD_AT_SIGN_IN;
        String id = account(held);
        Page page = held.open(portal, address, id);
        AccountEnd.SIGNED_OUT.happen(portal, address, id);
        Page signIn = held.send(portal, page, address).follow("#signInAgain");
        assertThat(signIn.heading()).isEqualTo("My account");
        Page fresh = signIn.submit(Map.of("username", address, "password", Registration.PASSWORD));
        assertThat(held.send(portal, fresh, address).address()).hasParameter("code");
    }

    @Test
    @DisplayName("is not shown again either, however often it is asked for")
    void reloaded() {
        HeldPage held = HeldPage.DETAILS;
        String id = account(held);
        Page page = held.open(portal, address, id);
        AccountEnd.PASSWORD_SET.happen(portal, address, id);
        for (int time = 0; time < 2; time++) {
            Page reloaded = page.browser().get(page.address().toString());
            assertThat(reloaded.heading()).isEqualTo("You need to sign in again");
            assertThat(reloaded.html()).doesNotContain("Lee");
        }
    }

    @Test
    @DisplayName("lets the new password in, if nobody had signed in on it yet")
    void signInPage() {
        String id = account(HeldPage.DETAILS);
        Page page = portal.signIn(portal.browser());
        admin.people().resetPassword(id, "Third-Horse-9-staple");
        Page in = page.submit(Map.of("username", address, "password", "Third-Horse-9-staple"));
        assertThat(in.address()).hasParameter("code");
    }

    @Test
    @DisplayName("goes on after a password that was chosen in it")
    void ownPassword() {
        HeldPage held = HeldPage.NEW_PASSWORD_AT_SIGN_IN;
        String id = account(held);
        Page page = held.open(portal, address, id);
        admin.send(
                "PUT",
                "/users/" + id,
                "{\"requiredActions\": [\"UPDATE_PASSWORD\", \"UPDATE_PROFILE\"]}");
        Page details = held.send(portal, page, address);
        Page in = details.send(Map.of("firstName", "Anne"));
        assertThat(in.address()).hasParameter("code");
    }

    @Test
    @DisplayName("says so in Welsh")
    void welsh() {
        String id = account(HeldPage.DETAILS);
        Browserless browser = portal.browser();
        Registration.signIn(portal, browser, address);
        Page page = browser.get(portal.authorization("&kc_action=UPDATE_PROFILE&ui_locales=cy"));
        AccountEnd.PASSWORD_SET.happen(portal, address, id);
        assertThat(page.send(Map.of()).heading()).isEqualTo("Mae angen i chi fewngofnodi eto");
    }
}
