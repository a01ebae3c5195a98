package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A password is the same however its letters are spelt")
class PasswordSpellingIT {

    private static final String PASSWORD = "Ünder1brücke!tree";
    private static final String EARLIER = "Höher2brücke!tree";
    private static final String CHOSEN = "Chosen4meanwhile!tree";
    private static final String WRONG = "Über3brücke!bäume";
    private static final List<String> ALGORITHMS =
            List.of(HashedPassword.COUNTING, "pbkdf2-sha256");

    private final Portal portal;
    private final AdminConsole admin;
    private String policy;

    PasswordSpellingIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    /**
     * Hashes can be counted, and be told from each other in the database. Failures aren't counted
     * but where that is asked for: Keycloak refuses who signs in before it has seen to their
     * sign-in a moment ago.
     */
    @BeforeAll
    void count() {
        policy = admin.realm().passwordPolicy();
        admin.realm()
                .setPasswordPolicy(
                        policy.replaceAll(" and hash\\w+\\([^)]*\\)", "")
                                + " and hashAlgorithm("
                                + HashedPassword.COUNTING
                                + ")");
        admin.realm().configureRealm("{\"bruteForceProtected\": false}");
    }

    @AfterAll
    void asBefore() {
        admin.realm().setPasswordPolicy(policy);
        admin.realm().configureRealm("{\"bruteForceProtected\": true}");
    }

    @TestFactory
    @DisplayName("wherever it is set and wherever it is checked, and it is hashed composed")
    Stream<DynamicTest> everyWay() {
        return Arrays.stream(SetBy.values())
                .flatMap(
                        way ->
                                Stream.of(Spelling.values())
                                        .map(
                                                spelling ->
                                                        DynamicTest.dynamicTest(
                                                                way + " of a password " + spelling,
                                                                () -> assertSame(way, spelling))));
    }

    private void assertSame(SetBy way, Spelling spelling) {
        String address = address();
        way.set(portal, address, spelling.of(PASSWORD), Spelling.COMPOSED.of(PASSWORD));
        assertComposed(address);
        for (CheckedBy check : CheckedBy.values()) {
            for (Spelling typed : Spelling.values()) {
                assertThat(check.letsIn(portal, address, typed.of(PASSWORD)))
                        .as(check + " with what is typed " + typed)
                        .isTrue();
            }
        }
    }

    @TestFactory
    @DisplayName("when its hash was made before, of what was typed then; that is made anew")
    Stream<DynamicTest> olderHashes() {
        return ALGORITHMS.stream()
                .flatMap(
                        algorithm ->
                                Stream.of(Spelling.values())
                                        .flatMap(hashed -> olderHashes(algorithm, hashed)));
    }

    private Stream<DynamicTest> olderHashes(String algorithm, Spelling hashed) {
        return Stream.of(CheckedBy.SIGN_IN, CheckedBy.DIRECT_GRANT)
                .flatMap(
                        check ->
                                Stream.of(Spelling.COMPOSED, Spelling.DECOMPOSED, hashed)
                                        .distinct()
                                        .filter(typed -> canBeFound(hashed, typed))
                                        .map(
                                                typed ->
                                                        DynamicTest.dynamicTest(
                                                                "%s, %s, %s with what is typed %s"
                                                                        .formatted(
                                                                                algorithm, hashed,
                                                                                check, typed),
                                                                () ->
                                                                        assertMadeAnew(
                                                                                algorithm, hashed,
                                                                                check, typed))));
    }

    /** There is no telling how a text was mixed, but by typing it so. */
    private static boolean canBeFound(Spelling hashed, Spelling typed) {
        return hashed != Spelling.MIXED || typed == Spelling.MIXED;
    }

    private void assertMadeAnew(
            String algorithm, Spelling hashed, CheckedBy check, Spelling typed) {
        String address = address();
        String id = imported(address, algorithm, hashed);
        assertThat(check.letsIn(portal, address, typed.of(PASSWORD))).isTrue();
        assertComposed(address);
        for (Spelling next : Spelling.values()) {
            int before = portal.hashesComputed();
            assertThat(check.letsIn(portal, address, next.of(PASSWORD))).as(next.name()).isTrue();
            assertThat(portal.hashesComputed() - before).as("hashes for " + next).isEqualTo(1);
        }
        assertThat(admin.people().failures(id)).isZero();
        assertThat(admin.send("GET", "/users/" + id + "/credentials", "").body())
                .as("the date, by which browsers know it")
                .contains("\"createdDate\":" + 86_400_000);
    }

    @Test
    @DisplayName("for many who sign in at once with a hash that was made before")
    void atOnce() {
        String address = address();
        imported(address, HashedPassword.COUNTING, Spelling.DECOMPOSED);
        assertThat(Crowd.atOnce(Collections.nCopies(8, () -> signIn(address))))
                .hasSize(8)
                .allSatisfy(page -> assertThat(page.address()).hasParameter("code"));
        assertComposed(address);
    }

    @Test
    @DisplayName("and a password that is chosen while an older hash is made anew stays")
    void chosenMeanwhile() {
        String address = address();
        String id = imported(address, HashedPassword.COUNTING, Spelling.DECOMPOSED);
        portal.holdNextHash();
        List<Page> pages =
                Crowd.atOnce(
                        List.of(() -> signIn(address)),
                        () ->
                                portal.whileNextHashIsHeld(
                                        () ->
                                                assertThat(
                                                                admin.people()
                                                                        .resetPassword(id, CHOSEN)
                                                                        .statusCode())
                                                        .isEqualTo(204)));
        assertThat(pages)
                .singleElement()
                .satisfies(page -> assertThat(page.address()).hasParameter("code"));
        assertThat(CheckedBy.SIGN_IN.letsIn(portal, address, CHOSEN)).isTrue();
        assertThat(CheckedBy.SIGN_IN.letsIn(portal, address, PASSWORD)).isFalse();
    }

    private Page signIn(String address) {
        return portal.signIn()
                .submit(Map.of("username", address, "password", Spelling.COMPOSED.of(PASSWORD)));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPOSED, DECOMPOSED",
        "DECOMPOSED, COMPOSED",
        "DECOMPOSED, DECOMPOSED",
        "MIXED, MIXED"
    })
    @DisplayName("so the present and an earlier one can't be chosen again in another spelling")
    void history(Spelling hashed, Spelling typed) {
        String address = address();
        String id = imported(address, HashedPassword.COUNTING, hashed);
        for (String refused : List.of(PASSWORD, EARLIER)) {
            assertThat(admin.people().resetPassword(id, typed.of(refused)).body())
                    .contains("invalidPasswordHistoryMessage");
        }
        Browserless browser = portal.browser();
        portal.signIn(browser).submit(Map.of("username", address, "password", hashed.of(PASSWORD)));
        for (String refused : List.of(PASSWORD, EARLIER)) {
            Page page =
                    SetBy.change(
                            browser.get(SetBy.changePage(portal)),
                            typed.of(refused),
                            typed.of(refused));
            assertThat(page.errors())
                    .singleElement()
                    .asString()
                    .startsWith("Password must be different to your current password");
        }
    }

    @Test
    @DisplayName("and a wrong one is counted once, by however many spellings it was compared")
    void counted() {
        String address = address();
        String id = imported(address, HashedPassword.COUNTING, Spelling.COMPOSED);
        admin.realm()
                .configureRealm(
                        "{\"bruteForceProtected\": true, \"quickLoginCheckMilliSeconds\": 1}");
        try {
            assertThat(CheckedBy.SIGN_IN.letsIn(portal, address, Spelling.MIXED.of(WRONG)))
                    .isFalse();
            admin.people().awaitFailures(id, 1);
            assertThat(CheckedBy.DIRECT_GRANT.letsIn(portal, address, Spelling.MIXED.of(WRONG)))
                    .isFalse();
            admin.people().awaitFailures(id, 2);
            assertThat(CheckedBy.DIRECT_GRANT.letsIn(portal, address, "Plain-Horse-1")).isFalse();
            admin.people().awaitFailures(id, 3);
            assertThat(admin.history().events("LOGIN_ERROR", id)).hasSize(3);
            assertThat(CheckedBy.DIRECT_GRANT.letsIn(portal, address, PASSWORD)).isTrue();
            admin.people().awaitFailures(id, 0);
        } finally {
            admin.realm()
                    .configureRealm(
                            "{\"bruteForceProtected\": false, \"quickLoginCheckMilliSeconds\":"
                                    + " 1000}");
        }
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    @DisplayName("and its rules count composed letters")
    void rules(Spelling typed) {
        String longest = "Ü1!" + "ü".repeat(125);
        String id = admin.people().createUser(address(), Registration.PASSWORD);
        assertThat(admin.people().resetPassword(id, typed.of("Ü1!" + "ü".repeat(10))).body())
                .contains("14 characters");
        assertThat(admin.people().resetPassword(id, typed.of(longest + "ü")).statusCode())
                .isEqualTo(400);
        assertThat(admin.people().resetPassword(id, typed.of(longest)).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {4_097, 20_000})
    @DisplayName("and one that is longer than any is refused, without normalising it")
    void longest(int marks) {
        String endless = "Ü1!abcdefghijkl" + "\u0323\u0301".repeat(marks / 2);
        String id = admin.people().createUser(address(), Registration.PASSWORD);
        assertThat(admin.people().resetPassword(id, endless).statusCode()).isEqualTo(400);
        assertThat(
                        Registration.accountPage(portal)
                                .submit(
                                        Map.of(
                                                "email", address(),
                                                "password", endless,
                                                "password-confirm", endless))
                                .errors())
                .isNotEmpty();
        int before = portal.hashesComputed();
        assertThat(CheckedBy.DIRECT_GRANT.letsIn(portal, address(), endless)).isFalse();
        assertThat(portal.hashesComputed() - before).isEqualTo(1);
    }

    @Test
    @DisplayName("in a portal's realm that is imported, to Keycloak's own steps too, at one hash")
    void importedRealm() {
        String realm = "portal-" + UUID.randomUUID();
        admin.importRealm(
                realm(
                        realm,
                        """
                        "passwordPolicy": "hashAlgorithm(test-counting)", "requiredActions": [
                         {"alias": "portal-verify-email-code", "providerId": "portal-verify-email-code",
                          "name": "Confirm", "enabled": true}],
                        """));
        try {
            for (Spelling typed : Spelling.values()) {
                assertThat(status(realm, "ann", typed.of(PASSWORD)))
                        .as(typed.name())
                        .isEqualTo(200);
            }
            for (String name : List.of("ann", "nobody")) {
                int before = portal.hashesComputed();
                assertThat(status(realm, name, Spelling.MIXED.of(WRONG))).isNotEqualTo(200);
                assertThat(portal.hashesComputed() - before).as(name).isEqualTo(1);
            }
        } finally {
            admin.removeRealm(realm);
        }
    }

    @Test
    @DisplayName("but not in a realm that isn't the portal's: what is typed is Keycloak's")
    void otherRealms() {
        String realm = "other-" + UUID.randomUUID();
        admin.importRealm(realm(realm, "\"passwordPolicy\": \"passwordHistory(3)\","));
        try {
            assertThat(status(realm, "ann", Spelling.DECOMPOSED.of(PASSWORD))).isEqualTo(200);
            assertThat(status(realm, "ann", Spelling.COMPOSED.of(PASSWORD))).isEqualTo(400);
        } finally {
            admin.removeRealm(realm);
        }
    }

    private static String realm(String name, String settings) {
        return """
        {"realm": "%s", "enabled": true, %s "users": [
         {"username": "ann", "email": "ann@example.com", "emailVerified": true,
          "firstName": "Ann", "lastName": "Lee", "enabled": true,
          "credentials": [{"type": "password", "value": "%s"}]}]}
        """
                .formatted(name, settings, Spelling.DECOMPOSED.of(PASSWORD));
    }

    private int status(String realm, String name, String password) {
        return portal.browser()
                .post(
                        portal.address() + "/realms/" + realm + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                name,
                                "password",
                                password))
                .status();
    }

    private void assertComposed(String address) {
        assertThat(
                        portal.rows(
                                "credential where type = 'password' and user_id = '%s'"
                                                .formatted(admin.people().userId(address))
                                        + " and secret_data like '%"
                                        + HashedPassword.counting(Spelling.COMPOSED.of(PASSWORD))
                                        + "%'"))
                .as("the composed spelling is what is hashed")
                .isEqualTo(1);
    }

    /** A confirmed account with hashes that were made elsewhere; answers its id. */
    private String imported(String address, String algorithm, Spelling hashed) {
        var created =
                admin.send(
                        "POST",
                        "/users",
                        """
                        {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true,
                         "firstName": "Ann", "lastName": "Lee",
                         "attributes": {"professional": ["false"]}, "credentials": [%2$s, %3$s]}
                        """
                                .formatted(
                                        address,
                                        HashedPassword.row(
                                                "password", algorithm, hashed.of(PASSWORD), 1),
                                        HashedPassword.row(
                                                "password-history",
                                                algorithm,
                                                hashed.of(EARLIER),
                                                0)));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return admin.people().userId(address);
    }

    private static String address() {
        return "spelt-" + UUID.randomUUID() + "@example.com";
    }
}
