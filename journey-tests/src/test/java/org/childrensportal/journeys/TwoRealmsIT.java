package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AnotherRealm;
import org.childrensportal.servers.FaultyMailServer;
import org.childrensportal.servers.FaultyMailServer.Fault;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The hardest case: one is the copy of the other, people, pending accounts and keys and all. The
 * table of what each keeps is in {@code docs/two-realms.md}.
 */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
    private AnotherRealm copy;

    TwoRealmsIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    void copy() throws IOException {
        ObjectNode file = AnotherRealm.file(portal);
        file.set(
                "users",
                new ObjectMapper()
                        .readTree(
                                IntStream.range(0, ASKING)
                                        .mapToObj(number -> user("asking-%d-".formatted(number)))
                                        .collect(Collectors.joining(",", "[", "]"))));
        one = AnotherRealm.imported(portal, file);
        Registration.codePage(one, pending);
        Registration.register(one, confirmed);
        copy = one.copied();
    }

    @AfterAll
    void remove() {
        portal.clockAhead(Duration.ZERO);
        copy.close();
    }

    private String user(String prefix) {
        return """
        {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true,
         "firstName": "Ann", "lastName": "Lee", "attributes": {"professional": ["false"]}}
        """
                .formatted(prefix + unique);
    }

    @Test
    @Order(1)
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
    @Order(2)
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
    @Order(3)
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
    @Order(4)
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
    @Order(5)
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
    @Order(6)
    @DisplayName("mail after the answer apart: one whose mail server hangs delays no other")
    void mailFaults() throws IOException {
        try (FaultyMailServer silent = new FaultyMailServer(Fault.SILENT)) {
            one.admin().realm().sendMailTo(silent.port(), Duration.ofMinutes(5));
            for (int person = 0; person < ASKING; person++) {
                askForLink(one, "asking-%d-%s".formatted(person, unique));
            }
            askForLink(copy, confirmed);
            assertThat(portal.linkFor(confirmed)).contains(copy.name());
            Await.until("all threads hang", () -> silent.hanging() >= ASKING - 1);
            assertThat(portal.metric("agroal_active_count", "default"))
                    .as("database connections kept while mail hangs")
                    .isLessThan(ASKING / 2.0);
        } finally {
            one.admin().realm().sendMailTo(portal.mail().port(), Duration.ofSeconds(10));
        }
    }

    private static void askForLink(AnotherRealm realm, String address) {
        realm.signIn().follow("a[href*=reset-credentials]").submit(Map.of("username", address));
    }

    @Test
    @Order(7)
    @DisplayName("remove pending accounts each in its own time")
    void removal() {
        String address = "late-" + unique;
        Registration.codePage(one, address);
        Registration.codePage(copy, address);
        one.admin().realm().configureCodes("\"pending-life-hours\":\"1\"");
        portal.clockAhead(Duration.ofHours(2));
        Await.until("removed", () -> one.admin().people().pendingIds(address).isEmpty());
        assertThat(copy.admin().people().pendingIds(address)).hasSize(1);
        portal.clockAhead(Duration.ZERO);
        one.admin().realm().configureCodes("");
    }

    @Test
    @Order(8)
    @DisplayName("have keys of their own: a new one voids no code of the other")
    void newKey() {
        String address = "key-" + unique;
        Page there = Registration.codePage(copy, address);
        one.admin().realm().rotateHmacKey();
        assertThat(key(copy)).isNotEqualTo(key(one));
        assertConfirms(there, copy, address);
    }

    @Test
    @Order(9)
    @DisplayName("keep their people, codes and limits when one is renamed")
    void renamed() {
        String address = "renamed-" + unique;
        Registration.codePage(one, address);
        String code = portal.codeFor(address);
        int permits = rows("PORTAL_USE", one.id());
        one = one.renamed("renamed-" + one.name());
        assertThat(rows("PORTAL_USE", one.id())).isEqualTo(permits);
        Page page = Registration.signIn(one, one.browser(), address);
        assertThat(page.submit(Map.of("code", code)).address()).hasParameter("code");
        assertThat(portal.codeFor(address)).as("no other code was mailed").isEqualTo(code);
    }

    @Test
    @Order(10)
    @DisplayName("leave nothing when one is removed, and nothing of the other is missing")
    void removed() {
        String address = "removed-" + unique;
        String id = one.id();
        changeAddress(one, confirmed, "next-" + unique);
        Registration.codePage(one, address);
        Page there = Registration.codePage(copy, address);
        String code = portal.codeFor(address);
        assertThat(TABLES).allMatch(table -> rows(table, id) > 0);
        List<Integer> before = rows(copy.id());
        one.close();
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
