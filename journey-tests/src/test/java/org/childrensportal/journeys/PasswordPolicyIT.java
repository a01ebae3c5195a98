package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("The password policy")
class PasswordPolicyIT {

    /** The ways to a new password. */
    enum Path {
        REGISTER,
        UPDATE,
        RESET,
        ADMIN_RESET,
        ADMIN_CREATE
    }

    private static final String ALL_RULES =
            "portal-minimum-length(14) and portal-letter and portal-allowed-characters and"
                    + " portal-starts-with-letter and portal-upper-case and portal-digit and"
                    + " portal-special and portal-maximum-length(128)";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";
    private String policy;

    PasswordPolicyIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void rememberPolicy() {
        policy = admin.realm().passwordPolicy();
    }

    @AfterEach
    void restorePolicy() {
        set(policy);
    }

    private void set(String changed) {
        HttpResponse<String> answer = admin.realm().setPasswordPolicy(changed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "portal-minimum-length(7) | from 8 to 64",
                "portal-minimum-length(65) | from 8 to 64",
                "portal-minimum-length(many) | from 8 to 64",
                "portal-minimum-length(14.5) | from 8 to 64",
                "portal-maximum-length(63) | from 64 to 1024",
                "portal-maximum-length(1025) | from 64 to 1024",
                "passwordHistory(0) | from 1 to 24",
                "passwordHistory(25) | from 1 to 24",
                "passwordHistory(eight) | from 1 to 24"
            })
    @DisplayName("refuses a wrong setting when it is saved, and says what is allowed")
    void wrongSettings(String wrong, String allowed) {
        HttpResponse<String> answer = admin.realm().setPasswordPolicy(wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("must be a whole number").contains(allowed);
        assertThat(admin.realm().passwordPolicy()).isEqualTo(policy);
    }

    @Test
    @DisplayName(
            "reads back over REST as it was written, and every part has a name for the console")
    void readsBack() {
        String changed = ALL_RULES.replace("14", "16") + " and passwordHistory(3)";
        set(changed);
        assertThat(admin.realm().passwordPolicy()).isEqualTo(changed);
        assertThat(admin.serverInfo())
                .contains("Portal: minimum number of characters", "Portal: starts with a letter")
                .contains("Not Recently Used");
    }

    @ParameterizedTest
    @MethodSource("everyPath")
    @DisplayName("names every broken rule at once, in the guide's order, and never the password")
    void everyBrokenRule(Path path) {
        Answer answer = choose(path, "1 äbc");
        assertThat(answer.text())
                .containsSubsequence(
                        "at least 14 characters long",
                        "only letters, digits",
                        "start with a letter",
                        "at least one upper-case letter",
                        "at least one special character");
        assertThat(answer.text()).doesNotContain("1 äbc");
        assertThat(answer.accepted()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyPath")
    @DisplayName("accepts a password that keeps every rule")
    void everyRuleKept(Path path) {
        assertThat(choose(path, "Žluťoučký_kůň-1").accepted()).isTrue();
    }

    static Stream<Arguments> everyPath() {
        return Arrays.stream(Path.values()).map(Arguments::of);
    }

    @ParameterizedTest
    @EnumSource(
            value = Path.class,
            names = {"UPDATE", "RESET", "ADMIN_RESET"})
    @DisplayName("refuses the current password on every path that changes it")
    void currentPassword(Path path) {
        Answer answer = choose(path, Registration.PASSWORD);
        assertThat(answer.accepted()).isFalse();
        assertThat(answer.text()).containsAnyOf("current password", "last 8 passwords");
    }

    @ParameterizedTest
    @MethodSource("obviousOnEveryPath")
    @DisplayName("refuses common passwords and the person's own words, and says what is better")
    void obvious(Path path, String password, String message) {
        Answer answer = choose(path, password);
        assertThat(answer.text()).contains(message).contains("three random words");
        assertThat(answer.accepted()).isFalse();
    }

    static Stream<Arguments> obviousOnEveryPath() {
        String common = "Password is too common";
        String own = "Password must not contain your name";
        return Arrays.stream(Path.values())
                .flatMap(
                        path ->
                                Stream.of(
                                        Arguments.of(path, "Liverpool2024!", common),
                                        Arguments.of(path, "My-Smith-Jones-1-pass", own),
                                        Arguments.of(path, "Childrens-Services-Portal-1", own)));
    }

    @Test
    @DisplayName("allows obvious passwords once an administrator has switched that part off")
    void obviousSwitchedOff() {
        set(ALL_RULES);
        Page page = Registration.accountPage(portal);
        assertThat(page.document().select("#password-policy").text())
                .doesNotContain("easy to guess");
        page = page.submit(account("Liverpool2024!"));
        assertThat(page.heading()).isEqualTo("Confirm your email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal-letter",
                "portal-allowed-characters",
                "portal-starts-with-letter",
                "portal-upper-case",
                "portal-digit",
                "portal-special"
            })
    @DisplayName("has a line less on the page, and is laxer, for a rule that is switched off")
    void ruleSwitchedOff(String rule) {
        String line = "[data-rule=" + rule.substring("portal-".length()) + "]";
        assertThat(Registration.accountPage(portal).document().select(line)).hasSize(1);
        List<String> rules = new ArrayList<>(List.of(ALL_RULES.split(" and ")));
        rules.remove(rule);
        set(String.join(" and ", rules));
        Page page = Registration.accountPage(portal);
        assertThat(page.document().select(line)).isEmpty();
        int before = page.submit(account(" ")).errors().size();
        set(ALL_RULES);
        assertThat(Registration.accountPage(portal).submit(account(" ")).errors())
                .hasSize(before + 1);
    }

    @Test
    @DisplayName("shows the guide's nine lines before anybody types")
    void nineLines() {
        assertThat(Registration.accountPage(portal).document().select("#password-policy li"))
                .hasSize(9);
    }

    /** What came of choosing a password: whether it was accepted, and what was said. */
    private record Answer(boolean accepted, String text) {}

    private Answer choose(Path path, String password) {
        return switch (path) {
            case REGISTER -> {
                Page page = Registration.accountPage(portal).submit(account(password));
                yield new Answer(page.heading().equals("Confirm your email"), said(page));
            }
            case UPDATE -> {
                Page page = Registration.register(portal, address);
                page = page.browser().get(portal.authorization("&kc_action=UPDATE_PASSWORD"));
                yield updated(page, password);
            }
            case RESET -> {
                Registration.register(portal, address);
                Page page = portal.signIn().follow("a[href*=reset-credentials]");
                page.submit(Map.of("username", address));
                yield updated(page.browser().get(portal.linkFor(address)), password);
            }
            case ADMIN_RESET -> {
                Registration.register(portal, address);
                HttpResponse<String> answer =
                        admin.people().resetPassword(admin.people().userId(address), password);
                yield new Answer(answer.statusCode() == 204, answer.body());
            }
            case ADMIN_CREATE -> {
                HttpResponse<String> answer =
                        admin.send(
                                "POST",
                                "/users",
                                """
                                {"username": "%1$s", "email": "%1$s", "firstName": "Ann",
                                 "lastName": "Smith-Jones", "enabled": true,
                                 "attributes": {"professional": ["false"]},
                                 "credentials": [{"type": "password", "value": "%2$s"}]}
                                """
                                        .formatted(address, password));
                yield new Answer(answer.statusCode() == 201, answer.body());
            }
        };
    }

    private static Answer updated(Page page, String password) {
        assertThat(page.heading()).isEqualTo("Change your password");
        Page answer = page.submit(Map.of("password-new", password, "password-confirm", password));
        return new Answer(!answer.heading().equals("Change your password"), said(answer));
    }

    private static String said(Page page) {
        return String.join("; ", page.errors());
    }

    private Map<String, String> account(String password) {
        return Map.of("email", address, "password", password, "password-confirm", password);
    }
}
