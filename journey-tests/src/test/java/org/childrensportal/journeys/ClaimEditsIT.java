package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells of {@code docs/address-claims.md} that are an administrator's. */
@ExtendWith(Portal.Provider.class)
@DisplayName("An administrator edits the addresses of an account")
class ClaimEditsIT {

    /** How much of an account is sent: all of it, as the console does, or what is to change. */
    enum Request {
        WHOLE,
        PARTIAL
    }

    private static final String OTHERS_PASSWORD = "Another-Horse-8-staple";

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID() + "@example.com";
    private final String address = "edit-" + unique;
    private final String other = "other-" + unique;

    ClaimEditsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private String user(String id) {
        return admin.send("GET", "/users/" + id, "").body();
    }

    private HttpResponse<String> put(String id, String json) {
        return admin.send("PUT", "/users/" + id, json);
    }

    private HttpResponse<String> verify(Request request, String id) {
        return put(
                id,
                request == Request.PARTIAL
                        ? "{\"emailVerified\": true}"
                        : user(id).replaceFirst(
                                        "\"emailVerified\":false", "\"emailVerified\":true"));
    }

    private HttpResponse<String> claim(String id, String typed) {
        String user = user(id);
        return put(
                id,
                user.contains("\"claimedEmail\":[")
                        ? user.replaceFirst(
                                "\"claimedEmail\":\\[[^\\]]*\\]",
                                Matcher.quoteReplacement("\"claimedEmail\":[\"" + typed + "\"]"))
                        : user.replaceFirst(
                                "\"attributes\":\\{",
                                "\"attributes\":{\"claimedEmail\":[\"" + typed + "\"],"));
    }

    private HttpResponse<String> give(Request request, String id, String typed) {
        return put(
                id,
                request == Request.PARTIAL
                        ? "{\"email\": \"" + typed + "\"}"
                        : user(id).replaceFirst("\\{", "{\"email\":\"" + typed + "\","));
    }

    private void assertConfirmed(String id, String expected) {
        assertThat(user(id))
                .contains(
                        "\"email\":\"" + expected + "\"",
                        "\"username\":\"" + expected + "\"",
                        "\"emailVerified\":true")
                .doesNotContain("\"claimedEmail\":[");
        assertSignsIn(expected);
    }

    private void assertSignsIn(String typed) {
        assertThat(Registration.signIn(portal, portal.browser(), typed).address())
                .hasParameter("code");
    }

    /** The person signs in, comes to the code page, and the code that is mailed there lets in. */
    private void assertConfirms(String typed, String expected) {
        Page page = Registration.signIn(portal, portal.browser(), typed);
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertThat(page.submit(Map.of("code", portal.codeFor(expected))).address())
                .hasParameter("code");
    }

    private String confirmed(String theirs) {
        String id = admin.people().createUser(theirs, OTHERS_PASSWORD);
        admin.people().setEmailVerified(id, true);
        return id;
    }

    private String registered() {
        Registration.register(portal, address);
        return admin.people().userId(address);
    }

    @ParameterizedTest
    @EnumSource(Request.class)
    @DisplayName(
            "vouching for a pending one: it is confirmed, and the open page leads to signing in")
    void vouched(Request request) {
        Page open = Registration.codePage(portal, address);
        String code = portal.codeFor(address);
        String id = admin.people().userId(address);
        assertThat(verify(request, id).statusCode()).isEqualTo(204);
        Page told = open.submit(Map.of("code", code));
        assertThat(told.heading()).isEqualTo("My account");
        assertThat(told.html()).contains("Your email address is confirmed.");
        assertThat(
                        told.submit(Map.of("username", address, "password", Registration.PASSWORD))
                                .address())
                .hasParameter("code");
        assertConfirmed(id, address);
        portal.clockAhead(Duration.ofHours(25));
        portal.clockAhead(Duration.ZERO);
        assertThat(admin.send("GET", "/users/" + id, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Request.class)
    @DisplayName("vouching for an address that another has proven: 400 says why not")
    void vouchedTaken(Request request) {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        confirmed(address);
        String before = user(id);
        HttpResponse<String> answer = verify(request, id);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"field\":\"claimedEmail\"", "Another account has proven this address");
        assertThat(user(id)).isEqualTo(before);
    }

    @Test
    @DisplayName("vouching for an address that another has without proof: that one claims it now")
    void vouchedHeld() {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        String holder = admin.people().createUser(address, OTHERS_PASSWORD);
        assertThat(verify(Request.WHOLE, id).statusCode()).isEqualTo(204);
        assertConfirmed(id, address);
        assertThat(user(holder))
                .contains("\"claimedEmail\":[\"" + address + "\"]", "\"username\":\"account-")
                .doesNotContain("\"email\":\"");
        Page his = portal.signIn().submit(Map.of("username", address, "password", OTHERS_PASSWORD));
        assertThat(his.heading()).isEqualTo("Confirm your email");
        assertThat(admin.history().events("UPDATE_EMAIL", holder))
                .singleElement()
                .asString()
                .contains("proven_by_another");
    }

    @ParameterizedTest
    @EnumSource(Request.class)
    @DisplayName("giving a pending one an address: the code goes there, and no claim is left")
    void given(Request request) {
        Page open = Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        assertThat(give(request, id, " " + other.toUpperCase() + "\u00A0").statusCode())
                .isEqualTo(204);
        assertThat(user(id))
                .contains("\"email\":\"" + other + "\"", "\"emailVerified\":false")
                .doesNotContain("\"claimedEmail\":[");
        assertConfirms(other, other);
        assertConfirmed(id, other);
        assertThat(open.submit(Map.of("code", "12345678")).heading()).isEqualTo("My account");
    }

    @Test
    @DisplayName("giving a pending one an address: changed again on step 3, it never goes back")
    void givenThenChanged() {
        Page open = Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        assertThat(give(Request.WHOLE, id, other).statusCode()).isEqualTo(204);
        String third = "third-" + unique;
        Page page =
                open.follow("a.govuk-back-link").submit(Map.of("step", "address", "email", third));
        assertThat(page.html()).contains(third).doesNotContain(other);
        assertThat(page.submit(Map.of("code", portal.codeFor(third))).address())
                .hasParameter("code");
        assertConfirmed(id, third);
        assertThat(admin.people().pending(address)).isEqualTo("[]");
    }

    @Test
    @DisplayName("giving a pending one an address as its code is entered: it has the one given")
    void givenAtOnce() {
        for (int round = 0; round < 5; round++) {
            String claimed = round + "-" + address;
            String given = round + "-" + other;
            Page open = Registration.codePage(portal, claimed);
            String id = admin.people().userId(claimed);
            String code = portal.codeFor(claimed);
            List<Integer> edits = new ArrayList<>();
            List<Page> answers =
                    Crowd.atOnce(
                            List.of(() -> open.submit(Map.of("code", code))),
                            () -> edits.add(give(Request.PARTIAL, id, given).statusCode()));
            if (!edits.contains(204)) {
                // Refused, because the code came first; whoever tries again is heard.
                assertThat(edits).containsExactly(409);
                assertThat(give(Request.PARTIAL, id, given).statusCode()).isEqualTo(204);
            }
            assertThat(answers).filteredOn(page -> page.status() >= 500).isEmpty();
            assertThat(user(id))
                    .contains("\"email\":\"" + given + "\"")
                    .doesNotContain("\"claimedEmail\":[");
        }
    }

    @Test
    @DisplayName("giving a pending one an address and vouching for it")
    void givenAndVouched() {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        String changed =
                user(id).replaceFirst("\"emailVerified\":false", "\"emailVerified\":true")
                        .replaceFirst("\\{", "{\"email\":\"" + other + "\",");
        assertThat(put(id, changed).statusCode()).isEqualTo(204);
        assertConfirmed(id, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTHER-%s",
                " other-%s ",
                "other-%s\u00A0",
                "\u200Bother-%s",
                "\\\"other-%s"
            })
    @DisplayName("putting a claim right, however it is typed")
    void claimed(String spelling) {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        String typed = spelling.formatted(unique);
        if (typed.startsWith("\\\"")) {
            typed = typed.replace("@", "\\\"@");
        }
        if (typed.startsWith("O")) {
            typed = typed.toUpperCase();
        }
        assertThat(claim(id, typed).statusCode()).isEqualTo(204);
        assertThat(user(id)).contains("\"claimedEmail\":[\"" + other + "\"]");
        assertConfirms(other, other);
    }

    @Test
    @DisplayName("putting a claim right in a domain of other letters")
    void claimedIdn() {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        String local = "ann-" + UUID.randomUUID();
        assertThat(claim(id, local + "@M\u00FCnchen.example").statusCode()).isEqualTo(204);
        assertThat(user(id)).contains(local + "@xn--mnchen-3ya.example");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, error-invalid-email",
        "a@b@example.com, error-invalid-email",
        "@example.com, error-invalid-email"
    })
    @DisplayName("claiming what is no address: 400 at the field")
    void claimedNothing(String typed, String message) {
        Registration.codePage(portal, address);
        HttpResponse<String> answer = claim(admin.people().userId(address), typed);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"claimedEmail\"", message);
    }

    @Test
    @DisplayName("claiming an address of more than 254 octets: 400 at the field")
    void claimedTooLong() {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        String labels = ("a".repeat(60) + ".").repeat(3);
        String longest = "l".repeat(64) + "@" + labels + "b".repeat(6);
        assertThat(longest).hasSize(254);
        HttpResponse<String> answer = claim(id, longest + "b");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"claimedEmail\"", "portalEmailTooLong");
        assertThat(claim(id, longest).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"attributes\": {\"professional\": [\"false\"]}}",
                "{\"attributes\": {\"professional\": [\"false\"], \"claimedEmail\": [\"\"]}}",
                "{\"attributes\": {\"professional\": [\"false\"], \"claimedEmail\": []}}",
                "{\"attributes\": {\"professional\": [\"false\"], \"claimedEmail\": [\"\u00A0\"]}}"
            })
    @DisplayName("taking a claim away and giving no address: 400, or nobody could sign in")
    void claimRemoved(String json) {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        HttpResponse<String> answer = put(id, json);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"claimedEmail\"");
        assertConfirms(address, address);
    }

    @Test
    @DisplayName("claiming an address that another has: a claim like others, and its owner is told")
    void claimTaken() {
        Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        confirmed(other);
        assertThat(claim(id, other).statusCode()).isEqualTo(204);
        assertThat(Registration.signIn(portal, portal.browser(), other).heading())
                .isEqualTo("Confirm your email");
        assertThat(portal.mail().newestTextFor(other)).contains("You already have an account");
    }

    @Test
    @DisplayName("taking back that a confirmed one is: its person confirms the same address again")
    void verifiedOff() {
        String id = registered();
        assertThat(put(id, "{\"emailVerified\": false}").statusCode()).isEqualTo(204);
        portal.clockAhead(Duration.ofSeconds(61));
        assertConfirms(address, address);
        assertConfirmed(id, address);
    }

    @Test
    @DisplayName("taking the address of a confirmed one away: 400, or nobody could sign in")
    void addressRemoved() {
        String id = registered();
        assertThat(put(id, "{\"email\": \"\"}").statusCode()).isEqualTo(400);
        assertConfirmed(id, address);
    }

    @Test
    @DisplayName("claiming beside an address: the same one is dropped, another is refused")
    void claimBesideAddress() {
        String id = registered();
        assertThat(claim(id, address.toUpperCase()).statusCode()).isEqualTo(204);
        HttpResponse<String> answer = claim(id, other);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"field\":\"claimedEmail\"", "has an email address of its own");
        assertConfirmed(id, address);
    }

    @Test
    @DisplayName("changing the address of a confirmed one, however it is typed")
    void addressChanged() {
        String id = registered();
        assertThat(put(id, "{\"email\": \"" + other.toUpperCase() + "\u00A0\"}").statusCode())
                .isEqualTo(204);
        assertConfirmed(id, other);
    }

    @Test
    @DisplayName("making one, however its address is typed, and vouching for it")
    void made() {
        String id =
                admin.people().createUser(address.toUpperCase() + "\u00A0", Registration.PASSWORD);
        assertConfirms(address, address);
        assertThat(put(id, "{\"emailVerified\": false}").statusCode()).isEqualTo(204);
        assertThat(verify(Request.PARTIAL, id).statusCode()).isEqualTo(204);
        assertConfirmed(id, address);
    }

    @Test
    @DisplayName("saving a page that was opened before the code was entered: 400, nothing is lost")
    void stale() {
        Page open = Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        String stale = user(id);
        open.submit(Map.of("code", portal.codeFor(address)));
        assertThat(put(id, stale).statusCode()).isEqualTo(400);
        assertConfirmed(id, address);
    }

    @Test
    @DisplayName("where names are no addresses: made with a claim and vouched for, or 400")
    void namedAccounts() {
        addressesAreNames(false);
        try {
            String vouched = named("ann-" + UUID.randomUUID(), address);
            assertThat(vouched).startsWith("201 ");
            String id = admin.people().userId(address);
            assertThat(user(id))
                    .contains("\"email\":\"" + address + "\"", "\"username\":\"ann-")
                    .doesNotContain("\"claimedEmail\":[");
            assertThat(named("bob-" + UUID.randomUUID(), address))
                    .startsWith("400 ")
                    .contains("\"field\":\"claimedEmail\"");
            assertThat(named("cas-" + UUID.randomUUID(), "")).startsWith("400 ");
            assertThat(put(id, "{\"email\": \"\"}").statusCode()).isEqualTo(204);
            assertThat(user(id)).contains("\"emailVerified\":false");
        } finally {
            addressesAreNames(true);
        }
    }

    private String named(String name, String claim) {
        HttpResponse<String> made =
                admin.send(
                        "POST",
                        "/users",
                        """
                        {"username": "%s", "emailVerified": true, "enabled": true, "firstName": "Ann",
                         "lastName": "Lee", "attributes": {"professional": ["false"], "claimedEmail": ["%s"]}}
                        """
                                .formatted(name, claim));
        return made.statusCode() + " " + made.body();
    }

    private void addressesAreNames(boolean are) {
        assertThat(
                        admin.send("PUT", "", "{\"registrationEmailAsUsername\": " + are + "}")
                                .statusCode())
                .isEqualTo(204);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
