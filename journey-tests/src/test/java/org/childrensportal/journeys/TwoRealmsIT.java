package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AnotherRealm;
import org.childrensportal.servers.FaultyMailServer;
import org.childrensportal.servers.FaultyMailServer.Fault;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The hardest case: one is the copy of the other, people, pending accounts and keys and all. What
 * changes a realm for good has a copy of its own. The table of what each keeps is in {@code
 * docs/two-realms.md}.
 */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Two realms of the portal's on one server")
class TwoRealmsIT {

    private static final List<String> TABLES =
            List.of(
                    "PORTAL_EMAIL_CODE",
                    "PORTAL_LIMITED_SUBJECT",
                    "PORTAL_USE",
                    "PORTAL_ADDRESS_CHANGE");

    /** More than the mails of one realm that are under way at once. */
    private static final int ASKING = 17;

    private static final int MOST_CLAIMS = 20;

    private final Portal portal;
    private final String unique = UUID.randomUUID() + "@example.com";
    private final String pending = "pending-" + unique;
    private final String confirmed = "confirmed-" + unique;
    private AnotherRealm one;
    private AnotherRealm.Copies copies;
    private AnotherRealm copy;

    TwoRealmsIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    void copy() {
        one = AnotherRealm.imported(portal, AnotherRealm.file(portal));
        Registration.codePage(one, pending);
        Registration.register(one, confirmed);
        copies = one.exported();
        copy = copies.another();
    }

    @AfterAll
    void remove() {
        copy.close();
        one.close();
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }

    @Test
    @DisplayName("have the same people after the copy, and those who were pending are confirmed")
    void people() {
        assertThat(Registration.signIn(copy, copy.browser(), confirmed).address())
                .hasParameter("code");
        Page page = Registration.signIn(copy, copy.browser(), pending);
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertConfirms(page, copy, pending);
        assertThat(Registration.signIn(one, one.browser(), pending).heading())
                .isEqualTo("Confirm your email");
    }

    @Test
    @DisplayName("have the same keys after the copy, which is what makes the rest hard")
    void keys() {
        assertThat(key(copy)).isEqualTo(key(one));
    }

    private static String key(AnotherRealm realm) {
        return realm.admin()
                .send("GET", "/keys", "")
                .body()
                .replaceAll("(?s).*\"HS512\":\"([^\"]*)\".*", "$1");
    }

    @Test
    @DisplayName("count claims, codes and guesses of one address each for itself")
    void limits() {
        String address = "limited-" + unique;
        Page page = Registration.codePage(one, address);
        for (int claim = 1; claim < MOST_CLAIMS && page.errors().isEmpty(); claim++) {
            page = Registration.codePage(one, address);
        }
        assertThat(page.errors()).as("the limit of one").isNotEmpty();
        Page there = Registration.codePage(copy, address);
        assertThat(there.errors()).isEmpty();
        assertConfirms(there, copy, address);
    }

    @Test
    @DisplayName("have settings of their own")
    void settings() {
        assertThat(one.admin().realm().configureCodes("\"guesses-per-code\":\"1\"").statusCode())
                .isEqualTo(204);
        one.admin().realm().askEveryoneForWorkDetails(true);
        try {
            assertThat(Registration.detailsPage(one).submit(Registration.PUBLIC).errors())
                    .contains("Enter your role");
            String address = "set-" + unique;
            Page there = Registration.codePage(copy, address);
            Page wrong = there.submit(Map.of("code", Registration.wrong(portal.codeFor(address))));
            assertThat(wrong.errors()).singleElement().asString().startsWith("The code is not");
            assertConfirms(wrong, copy, address);
        } finally {
            one.admin().realm().askEveryoneForWorkDetails(false);
            one.admin().realm().configureCodes("");
        }
    }

    @Test
    @DisplayName("warn of a stored setting that is out of bounds once each")
    void warnings() throws IOException {
        long before = warned();
        for (AnotherRealm realm : List.of(one, copy)) {
            ObjectNode file = AnotherRealm.file(portal);
            file.withArray("requiredActions")
                    .forEach(
                            action -> {
                                if (action.path("alias")
                                        .textValue()
                                        .equals("portal-verify-email-code")) {
                                    ((ObjectNode) action.get("config"))
                                            .put("codes-a-day", "7654321");
                                }
                            });
            try (AnotherRealm third = AnotherRealm.imported(portal, file)) {
                Registration.codePage(third, "warned-" + realm.name() + "@example.com");
                Registration.codePage(third, "again-" + realm.name() + "@example.com");
            }
        }
        assertThat(warned() - before).isEqualTo(2);
    }

    private long warned() throws IOException {
        return Files.readAllLines(portal.logs().get(0)).stream()
                .filter(line -> line.contains("WARN") && line.contains("codes-a-day"))
                .count();
    }

    @Test
    @DisplayName("mail after the answer apart: one whose mail server hangs delays no other")
    void mailFaults() throws IOException {
        try (AnotherRealm hanging = copies.another(this::addAsking);
                FaultyMailServer silent = new FaultyMailServer(Fault.SILENT)) {
            hanging.admin().realm().sendMailTo(silent.port(), Duration.ofMinutes(5));
            for (int person = 0; person < ASKING; person++) {
                askForLink(hanging, asking(person));
            }
            askForLink(copy, confirmed);
            assertThat(portal.linkFor(confirmed)).contains(copy.name());
            Await.until("all threads hang", () -> silent.hanging() >= ASKING - 1);
            assertThat(portal.metric("agroal_active_count", "default"))
                    .as("database connections kept while mail hangs")
                    .isLessThan(ASKING / 2.0);
        }
    }

    private void addAsking(ObjectNode file) {
        for (int person = 0; person < ASKING; person++) {
            file.withArray("users")
                    .addObject()
                    .put("username", asking(person))
                    .put("email", asking(person))
                    .put("emailVerified", true)
                    .put("enabled", true)
                    .put("firstName", "Ann")
                    .put("lastName", "Lee")
                    .putObject("attributes")
                    .putArray("professional")
                    .add("false");
        }
    }

    private String asking(int person) {
        return "asking-%d-%s".formatted(person, unique);
    }

    private static void askForLink(AnotherRealm realm, String address) {
        realm.signIn().follow("a[href*=reset-credentials]").submit(Map.of("username", address));
    }

    @Test
    @DisplayName("remove pending accounts each in its own time")
    void removal() {
        String address = "late-" + unique;
        try (AnotherRealm soon = copies.another()) {
            Registration.codePage(soon, address);
            Registration.codePage(copy, address);
            soon.admin().realm().configureCodes("\"pending-life-hours\":\"1\"");
            portal.clockAhead(Duration.ofHours(2));
            Await.until("removed", () -> soon.admin().people().pendingIds(address).isEmpty());
            assertThat(copy.admin().people().pendingIds(address)).hasSize(1);
        }
    }

    @Test
    @DisplayName("have keys of their own: a new one voids no code of the other")
    void newKey() {
        String address = "key-" + unique;
        Page there = Registration.codePage(copy, address);
        try (AnotherRealm other = copies.another()) {
            assertThat(key(copy)).isEqualTo(key(other));
            other.admin().realm().rotateHmacKey();
            assertThat(key(copy)).isNotEqualTo(key(other));
        }
        assertConfirms(there, copy, address);
    }

    @Test
    @DisplayName("keep their people, codes and limits when one is renamed")
    void renamed() {
        String address = "renamed-" + unique;
        AnotherRealm before = copies.another();
        Registration.codePage(before, address);
        String code = portal.codeFor(address);
        int permits = rows("PORTAL_USE", before.id());
        try (AnotherRealm after = before.renamed("renamed-" + before.name())) {
            assertThat(rows("PORTAL_USE", after.id())).isEqualTo(permits);
            Page page = Registration.signIn(after, after.browser(), address);
            assertThat(page.submit(Map.of("code", code)).address()).hasParameter("code");
            assertThat(portal.codeFor(address)).as("no other code was mailed").isEqualTo(code);
        }
    }

    @Test
    @DisplayName("leave nothing when one is removed, and nothing of the other is missing")
    void removed() {
        String address = "removed-" + unique;
        AnotherRealm gone = copies.another();
        String id = gone.id();
        changeAddress(gone, confirmed, "next-" + unique);
        Registration.codePage(gone, address);
        Page there = Registration.codePage(copy, address);
        String code = portal.codeFor(address);
        assertThat(TABLES).allMatch(table -> rows(table, id) > 0);
        List<Integer> before = rows(copy.id());
        gone.close();
        assertThat(rows(id)).containsOnly(0);
        assertThat(rows(copy.id())).isEqualTo(before);
        assertThat(there.submit(Map.of("code", code)).address()).hasParameter("code");
    }

    private void changeAddress(AnotherRealm realm, String from, String to) {
        Browserless browser = realm.browser();
        Registration.signIn(realm, browser, from);
        browser.get(realm.authorization("&kc_action=UPDATE_EMAIL"))
                .send(Map.of("email", to))
                .submit(Map.of("code", portal.codeFor(to)));
    }

    private List<Integer> rows(String realmId) {
        return TABLES.stream().map(table -> rows(table, realmId)).toList();
    }

    private int rows(String table, String realmId) {
        return portal.rows("%s where REALM_ID = '%s'".formatted(table, realmId));
    }

    private static void assertConfirms(Page page, AnotherRealm realm, String address) {
        assertThat(page.submit(Map.of("code", realm.codeFor(address))).address())
                .hasParameter("code");
    }
}
