package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.checks.KeycloakCode;
import org.childrensportal.checks.KeycloakThemes;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text of Keycloak reaches a person that the portal has not written: fails on one that is
 * missing, shown as its key, or English in Welsh, and when another version of Keycloak brings one.
 * What is left out is a choice, which stands in {@code keycloak-texts-not-shown.txt}.
 */
@DisplayName("Every text that pages and mails can show")
class EveryTextIT {

    /** A key that a template asks for; one that ends in a dot is completed while it runs. */
    private static final Pattern ASKED =
            Pattern.compile("[mM]sg\\(['\"]([^'\"${}]+[^'\"${}.])['\"]");

    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?i)\\b(the|your|you|with|and|this|email|password|please|address|sign in)\\b");

    /** The same in both languages: names, signs, and what only holds another text. */
    private static final Set<String> SAME =
            Set.of(
                    "locale_en",
                    "locale_cy",
                    "totpAppFreeOTPName",
                    "totpAppGoogleName",
                    "totpAppMicrosoftAuthenticatorName",
                    "usb",
                    "nfc",
                    "bluetooth",
                    "portalPasswordRulesBroken");

    /** What the portal's pages never say (the design's list, and Keycloak's own words). */
    private static final Pattern NOT_OUR_WORDS =
            Pattern.compile(
                    "(?i)\\b(please|sorry|oops|invalid|valid|log ?in|log ?out|logged|e-mail|OTP"
                            + "|authenticate|re-authenticate|credential|credentials|realm|client"
                            + "|identity provider|URI|redirect|ASCII)\\b");

    /** In the user guide's own words. */
    private static final Set<String> OF_THE_GUIDE =
            Set.of(
                    "portalAccountIntro",
                    "portalAccountIntroPersonal",
                    "portalCodeAsk",
                    "portalCodeBack",
                    "portalResend");

    /** Keycloak's, with words that stand in the template. The realm does not lead to it. */
    private static final Set<String> WORDS_IN_TEMPLATE =
            Set.of("login-recovery-authn-code-config.ftl");

    private static Path server;
    private static KeycloakCode code;
    private static Set<String> notShown;

    @BeforeAll
    static void server() throws IOException {
        server = Portal.installation().home();
        code = new KeycloakCode(server);
        notShown = KeycloakThemes.notShown();
    }

    @AfterAll
    static void close() throws IOException {
        code.close();
    }

    private static boolean isShown(String key) {
        return notShown.stream()
                .noneMatch(
                        line ->
                                line.endsWith("*")
                                        ? key.startsWith(line.substring(0, line.length() - 1))
                                        : key.equals(line));
    }

    private static void assertWritten(KeycloakThemes themes, Set<String> keys) {
        Set<String> shown = keys.stream().filter(EveryTextIT::isShown).collect(Collectors.toSet());
        assertThat(themes.portals("en").keySet()).as("in English").containsAll(shown);
        assertThat(themes.portals("cy").keySet()).as("in Welsh").containsAll(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    @DisplayName("and that Keycloak has is written by the portal, in English and in Welsh")
    void written(String kind) {
        KeycloakThemes themes = new KeycloakThemes(kind, server);
        assertWritten(themes, themes.keycloaks().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    @DisplayName("and that a template asks for is written")
    void asked(String kind) {
        KeycloakThemes themes = new KeycloakThemes(kind, server);
        Set<String> keys = new TreeSet<>();
        Stream.of(themes.portalsTemplates(), themes.inheritedTemplates())
                .flatMap(templates -> templates.values().stream())
                .flatMap(template -> ASKED.matcher(template).results())
                .map(result -> result.group(1))
                .forEach(keys::add);
        assertThat(keys).isNotEmpty();
        assertWritten(themes, keys);
    }

    @Test
    @DisplayName("and that Keycloak's code names is written")
    void named() throws ReflectiveOperationException {
        KeycloakThemes pages = new KeycloakThemes("login", server);
        assertThat(code.messages()).hasSizeGreaterThan(150);
        assertWritten(pages, code.messages());
        assertThat(code.validators()).hasSizeGreaterThan(20);
        assertWritten(pages, code.validators());
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    @DisplayName("and that names what people are asked to do is written, the portal's action too")
    void actions(String kind) throws ReflectiveOperationException {
        assertThat(code.requiredActions()).contains("portal-verify-email-code");
        assertWritten(
                new KeycloakThemes(kind, server),
                code.requiredActions().stream()
                        .map(id -> "requiredAction." + id)
                        .collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("and that tells of an event by mail is written")
    void events() throws ReflectiveOperationException {
        Set<String> events = code.mailedEvents();
        assertThat(events).contains("LOGIN_ERROR");
        assertWritten(
                new KeycloakThemes("email", server),
                events.stream().map(KeycloakCode::subject).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    @DisplayName("is Welsh in Welsh, and not its own key")
    void welsh(String kind) {
        KeycloakThemes themes = new KeycloakThemes(kind, server);
        Map<String, String> english = themes.portals("en");
        Map<String, String> suspect = new TreeMap<>();
        themes.portals("cy")
                .forEach(
                        (key, text) -> {
                            boolean same = text.equals(english.get(key)) && !SAME.contains(key);
                            if (same || text.equals(key) || ENGLISH.matcher(text).find()) {
                                suspect.put(key, text);
                            }
                        });
        assertThat(suspect).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    @DisplayName("says nothing in the words of Keycloak, and never \"please\" or \"invalid\"")
    void ourWords(String kind) {
        Map<String, String> suspect = new TreeMap<>(new KeycloakThemes(kind, server).portals("en"));
        suspect.keySet().removeAll(OF_THE_GUIDE);
        suspect.values().removeIf(text -> !NOT_OUR_WORDS.matcher(text).find());
        assertThat(suspect).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    @DisplayName("stands in the messages, not in a template that comes from Keycloak")
    void inMessages(String kind) {
        Map<String, Set<String>> words = new TreeMap<>();
        new KeycloakThemes(kind, server)
                .inheritedTemplates()
                .forEach((name, template) -> words.put(name, wordsIn(template)));
        words.values().removeIf(Set::isEmpty);
        words.keySet().removeAll(WORDS_IN_TEMPLATE);
        assertThat(words).isEmpty();
    }

    /** Two words or more, outside mark-up, scripts and what FreeMarker works out. */
    private static Set<String> wordsIn(String template) {
        String text =
                template.replaceAll("(?s)<#--.*?-->|<!--.*?-->|<script.*?</script>", "")
                        .replaceAll("(?s)\\$\\{.*?\\}", "")
                        .replaceAll("(?s)</?[#@]?[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>", "");
        return Pattern.compile("[A-Z][a-z]+ [a-z]+[a-zA-Z ]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("and that is left out is one that Keycloak has and the portal has not written")
    void choice() throws ReflectiveOperationException {
        Set<String> keycloaks = new TreeSet<>(code.messages());
        keycloaks.addAll(code.validators());
        Set<String> portals = new TreeSet<>();
        for (String kind : new String[] {"login", "email"}) {
            KeycloakThemes themes = new KeycloakThemes(kind, server);
            keycloaks.addAll(themes.keycloaks().keySet());
            portals.addAll(themes.portals("en").keySet());
        }
        for (String line : notShown) {
            String start = line.replace("*", "");
            assertThat(keycloaks).as(line).anyMatch(key -> key.startsWith(start));
            assertThat(portals).as(line).doesNotContain(line);
        }
    }
}
