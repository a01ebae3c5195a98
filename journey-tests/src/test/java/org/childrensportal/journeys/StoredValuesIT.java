package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A value of any setting that is past its bounds or no number")
class StoredValuesIT {

    /** What is stored, and the minimum length of passwords that is nearest to it. */
    private static final Map<String, Integer> BAD =
            Map.of("-1", 8, "99999999999", 64, "many", 14, "1e9", 64);

    private static final List<String> NOT_SAVED = List.of("-1", "99999999999", "many");

    /** Long enough for any minimum, short enough for any maximum. */
    private static final String LONG = "Horse-7-" + "staple-battery".repeat(4);

    /** Answers that are short enough for any maximum. */
    private static final Map<String, String> SHORT =
            Registration.with(
                    Registration.with(Registration.PUBLIC, "firstName", "A"), "lastName", "B");

    private final Portal portal;
    private final AdminConsole admin;

    /** Names of the realms in which a value is stored. */
    private final Map<String, String> realms = new LinkedHashMap<>();

    StoredValuesIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeAll
    void importRealms() {
        Map<String, String> representations = new LinkedHashMap<>();
        for (String value : BAD.keySet()) {
            String name = "stored-" + UUID.randomUUID();
            realms.put(value, name);
            representations.put(name, admin.settings().realm(name, value));
        }
        portal.importRealms(representations);
    }

    @AfterAll
    void remove() {
        realms.values().forEach(admin::removeRealm);
    }

    @TestFactory
    @DisplayName("is refused when an administrator saves it, with its bounds")
    Stream<DynamicTest> saved() {
        return NOT_SAVED.stream()
                .flatMap(
                        value ->
                                Stream.of(
                                                policies(value),
                                                requiredAction(value),
                                                Stream.of(profile(value)))
                                        .flatMap(tests -> tests));
    }

    private Stream<DynamicTest> policies(String value) {
        return admin.settings().policies().stream()
                .map(
                        id ->
                                DynamicTest.dynamicTest(
                                        "%s(%s)".formatted(id, value),
                                        () -> assertPolicyRefused(id, value)));
    }

    private void assertPolicyRefused(String id, String value) {
        String policy = "%s(%s)".formatted(id, value);
        var saved = admin.realm().setPasswordPolicy(policy);
        assertThat(saved.statusCode()).isEqualTo(400);
        assertThat(saved.body()).contains(id, "must be a whole number from");
        String realm = "saved-" + UUID.randomUUID();
        var imported =
                admin.tryToImportRealm(
                        "{\"realm\": \"%s\", \"passwordPolicy\": \"%s\"}".formatted(realm, policy));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(400);
    }

    private Stream<DynamicTest> requiredAction(String value) {
        return admin.settings().ofRequiredAction().stream()
                // An hour west of Greenwich.
                .filter(name -> !(name.equals("time-zone") && value.equals("-1")))
                .map(
                        name ->
                                DynamicTest.dynamicTest(
                                        "%s = %s".formatted(name, value),
                                        () ->
                                                assertThat(
                                                                admin.realm()
                                                                        .configureCodes(
                                                                                "\"%s\":\"%s\""
                                                                                        .formatted(
                                                                                                name,
                                                                                                value))
                                                                        .statusCode())
                                                        .isEqualTo(400)));
    }

    private DynamicTest profile(String value) {
        return DynamicTest.dynamicTest(
                "validators = " + value,
                () -> {
                    String profile = admin.settings().profile(value);
                    assertThat(profile).contains("\"" + value + "\"");
                    assertThat(admin.send("PUT", "/users/profile", profile).statusCode())
                            .isEqualTo(400);
                });
    }

    @TestFactory
    @DisplayName("that is stored already stops no server, no page and no administrator")
    Stream<DynamicTest> stored() {
        return BAD.keySet().stream()
                .map(value -> DynamicTest.dynamicTest(value, () -> assertWorks(value)));
    }

    private void assertWorks(String value) {
        String realm = realms.get(value);
        Page signIn = portal.browser().get(portal.accountConsole(realm));
        assertThat(signIn.status()).isEqualTo(200);
        Page account = signIn.follow("a[href*=registration]").submit(SHORT);
        assertThat(account.document().select("main").text())
                .contains("at least %d characters".formatted(BAD.get(value)))
                .containsPattern("your previous (password|[0-9]+ passwords)\\.");
        String address = "person-" + UUID.randomUUID() + "@example.com";
        Map<String, String> form =
                Map.of(
                        "email", address,
                        "password", LONG,
                        "password-confirm", LONG);
        assertThat(account.submit(form).heading()).isEqualTo("Confirm your email");
        Page reset =
                portal.browser()
                        .get(portal.accountConsole(realm))
                        .follow("a[href*=reset-credentials]")
                        .submit(Map.of("username", address));
        assertThat(reset.status()).isEqualTo(200);
        for (String path : List.of("", "/users", "/users/profile", "/authentication/flows")) {
            assertThat(admin.sendTo(realm, "GET", path, "").statusCode()).as(path).isEqualTo(200);
        }
        String whole = admin.sendTo(realm, "GET", "", "").body();
        assertThat(whole).contains("portal-minimum-length(" + value + ")");
        var saved = admin.sendTo(realm, "PUT", "", whole);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(204);
        assertThat(warnings(realm, "portal-minimum-length")).isEqualTo(1);
    }

    @Test
    @DisplayName("and is warned of once, by name of the realm and of the setting")
    void warned() {
        String realm = realms.get("many");
        assertWorks("many");
        for (String setting : admin.settings().ofRequiredAction()) {
            assertThat(warnings(realm, setting)).as(setting).isLessThanOrEqualTo(1);
        }
        assertThat(warnings(realm, "code-life-minutes")).isEqualTo(1);
        assertThat(warnings(realm, "maximum of portal-single-line on firstName")).isEqualTo(1);
        assertThat(warnings(realm, "say-registered")).isEqualTo(1);
        assertThat(warnings(realm, "ask-everyone")).isEqualTo(1);
    }

    private long warnings(String realm, String setting) {
        try (Stream<String> lines = Files.lines(portal.logs().get(0))) {
            return lines.filter(line -> line.contains("Setting %s ".formatted(setting)))
                    .filter(line -> line.contains(" in realm %s is".formatted(realm)))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
