package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.childrensportal.people.Browserless;
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

@ExtendWith(Portal.Provider.class)
@DisplayName("What people type")
class TypedTextIT {

    private static final List<String> WORK =
            List.of("jobRole", "organisation", "street", "locality", "postal_code");

    /** As it is pasted out of documents, contacts and phones. */
    private static final Map<String, String> TYPED =
            Map.of(
                    "firstName", "\u00A0Zoe\u0308 \u2003 Ann\u200B",
                    "lastName", "\u2068O\u2019Bri\u00ADen\u2069\u00A0",
                    "professional", "true",
                    "jobRole", "\uFEFFHealth\u3000Visitor\u2800",
                    "organisation", "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645\u200C ",
                    "street", "1\u00A0 High\t Street\u200E",
                    "locality", "Llanfair\u2060pwll\u0000",
                    "postal_code", "\u200Eswia\uFEFF iaa\u00A0");

    private static final Map<String, String> STORED =
            Map.of(
                    "firstName", "Zo\u00EB Ann",
                    "lastName", "O\u2019Brien",
                    "professional", "true",
                    "jobRole", "Health Visitor",
                    "organisation", "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                    "street", "1 High Street",
                    "locality", "Llanfairpwll",
                    "postal_code", "SW1A 1AA");

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "typed-" + UUID.randomUUID() + "@example.com";

    TypedTextIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    /** Each way by which somebody types into a profile. */
    enum Way {
        REGISTRATION,
        PROFILE_PAGE,
        ACCOUNT_CONSOLE,
        NEW_USER,
        USER_EDIT
    }

    /** Types the answers; says what went wrong, if anything. */
    private String type(Way way, Map<String, String> answers) {
        return switch (way) {
            case REGISTRATION -> register(answers);
            case PROFILE_PAGE -> {
                confirmed(Registration.PROFESSIONAL);
                Page page = profilePage().submit(Registration.with(answers, "email", address));
                yield page.errors().toString();
            }
            case ACCOUNT_CONSOLE -> {
                confirmed(Registration.PROFESSIONAL);
                yield account(answers).body();
            }
            case NEW_USER -> admin.send("POST", "/users", user(answers)).body();
            case USER_EDIT -> {
                confirmed(Registration.PROFESSIONAL);
                String id = admin.people().userId(address);
                yield admin.send("PUT", "/users/" + id, "{" + profile(answers) + "}").body();
            }
        };
    }

    private String register(Map<String, String> answers) {
        Page page = Registration.detailsPage(portal).submit(answers);
        if (page.errors().isEmpty()) {
            page = page.submit(Registration.account(address));
        }
        return page.errors().toString();
    }

    private void confirmed(Map<String, String> answers) {
        assertThat(admin.send("POST", "/users", user(answers)).statusCode()).isEqualTo(201);
    }

    private String user(Map<String, String> answers) {
        return "{\"username\": \"%1$s\", \"emailVerified\": true, %2$s}"
                .formatted(address, profile(answers))
                .replaceFirst(
                        "\\{",
                        "{\"enabled\": true, \"credentials\": [{\"type\": \"password\", \"value\":"
                                + " \"%s\"}], ".formatted(Registration.PASSWORD));
    }

    private String profile(Map<String, String> answers) {
        String attributes =
                answers.entrySet().stream()
                        .filter(answer -> !answer.getKey().endsWith("Name"))
                        .map(answer -> json(answer.getKey()) + ":[" + json(answer.getValue()) + "]")
                        .collect(Collectors.joining(","));
        return "\"email\": %s, \"firstName\": %s, \"lastName\": %s, \"attributes\": {%s}"
                .formatted(
                        json(address),
                        json(answers.get("firstName")),
                        json(answers.get("lastName")),
                        attributes);
    }

    private static String json(String text) {
        return "\""
                + text.replace("\t", "\\t").replace("\n", "\\n").replace("\u0000", "\\u0000")
                + "\"";
    }

    private Page profilePage() {
        return portal.signIn("&kc_action=UPDATE_PROFILE")
                .submit(Map.of("username", address, "password", Registration.PASSWORD));
    }

    private HttpResponse<String> account(Map<String, String> answers) {
        return admin.account()
                .replaceProfile(
                        admin.account().accountToken(address, Registration.PASSWORD),
                        "{" + profile(answers) + "}");
    }

    /** The database's own rows: whoever reads a profile sees it tidied. */
    private boolean isStored(String name, String value) {
        String id = admin.people().userId(address);
        String text = value.replace("'", "''");
        return switch (name) {
            case "firstName" ->
                    isRow("USER_ENTITY where ID = '%s' and FIRST_NAME = '%s'", id, text);
            case "lastName" -> isRow("USER_ENTITY where ID = '%s' and LAST_NAME = '%s'", id, text);
            default ->
                    isRow(
                            "USER_ATTRIBUTE where USER_ID = '%s' and NAME = '"
                                    + name
                                    + "' and \"VALUE\" = '%s'",
                            id,
                            text);
        };
    }

    private boolean isRow(String from, String id, String value) {
        return portal.rows(from.formatted(id, value)) == 1;
    }

    private int workDetails() {
        String names = WORK.stream().collect(Collectors.joining("', '", "'", "'"));
        return portal.rows(
                "USER_ATTRIBUTE where USER_ID = '%s' and NAME in (%s)"
                        .formatted(admin.people().userId(address), names));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is stored as a line of text, whoever types it and wherever")
    void lines(Way way) {
        assertThat(type(way, TYPED)).isIn("", "[]");
        assertThat(STORED).allSatisfy((name, value) -> assertThat(isStored(name, value)).isTrue());
    }

    @Test
    @DisplayName("is found by a search in the composed form, however it was typed")
    void search() {
        String surname = "Zo\u00EB" + UUID.randomUUID();
        register(
                Registration.with(
                        TYPED, "lastName", surname.replace("\u00EB", "e\u0308") + "\u00A0"));
        assertThat(
                        admin.send(
                                        "GET",
                                        "/users?exact=true&lastName=" + Browserless.encode(surname),
                                        "")
                                .body())
                .contains(surname);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\u00AD", "\u2800\u3164\uFEFF\u180E"})
    @DisplayName("is no answer if nothing of it can be seen")
    void blank(String blank) {
        Map<String, String> answers =
                Registration.with(Registration.PROFESSIONAL, "firstName", blank);
        assertThat(type(Way.REGISTRATION, answers)).isEqualTo("[Enter your forename]");
        assertThat(type(Way.REGISTRATION, Registration.with(TYPED, "jobRole", blank)))
                .isEqualTo("[Enter your role]");
        assertThat(type(Way.PROFILE_PAGE, answers)).isEqualTo("[Enter your forename]");
        assertThat(account(answers).body()).contains("firstName", "error-user-attribute-required");
        assertThat(account(Registration.with(TYPED, "postal_code", blank)).body())
                .contains("postal_code", "portalMissing");
        assertThat(
                        admin.send(
                                        "POST",
                                        "/users",
                                        user(Registration.with(TYPED, "street", blank))
                                                .replace("typed-", "new-typed-"))
                                .body())
                .contains("street", "portalMissing");
    }

    /** Work details that nobody could enter, and a valid one. */
    private static Map<String, String> no() {
        Map<String, String> answers = new LinkedHashMap<>(Registration.PROFESSIONAL);
        answers.put("professional", "false");
        answers.put("postal_code", "75001");
        answers.put("street", "x".repeat(201));
        answers.put("locality", "one\ntwo");
        return answers;
    }

    @Test
    @DisplayName("about work counts for nothing after No, in registration")
    void notAskedInRegistration() {
        Page page =
                Registration.detailsPage(portal)
                        .submit(Registration.with(no(), "professional", "true"));
        assertThat(page.errors()).hasSize(3);
        page = page.submit(no());
        assertThat(page.heading()).isEqualTo("Your account");
        page.submit(Registration.account(address));
        assertThat(workDetails()).isZero();
    }

    @Test
    @DisplayName("about work is not judged before yes or no is chosen, but kept")
    void notAskedYet() {
        Map<String, String> answers = new LinkedHashMap<>(no());
        answers.remove("professional");
        Page page = Registration.detailsPage(portal).submit(answers);
        assertThat(page.errors())
                .containsExactly(
                        "Select yes if this account is being used in a professional capacity");
        assertThat(page.value("postal_code")).isEqualTo("75001");
    }

    @Test
    @DisplayName("about work after No is no word that a password must not hold")
    void notAskedInPassword() {
        Map<String, String> work =
                Registration.with(Registration.PROFESSIONAL, "organisation", "Horse 7 Battery");
        Page page = Registration.detailsPage(portal).submit(work);
        assertThat(page.submit(Registration.account(address)).errors()).hasSize(1);
        page =
                page.follow(".govuk-back-link")
                        .submit(Registration.with(work, "professional", "false"))
                        .submit(Registration.account(address));
        assertThat(page.heading()).isEqualTo("Confirm your email");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROFILE_PAGE", "ACCOUNT_CONSOLE"})
    @DisplayName("about work is dropped after No, where people change their details")
    void dropped(Way way) {
        assertThat(type(way, no())).isIn("", "[]");
        assertThat(workDetails()).isZero();
        assertThat(isStored("professional", "false")).isTrue();
    }

    @Test
    @DisplayName("about work is dropped after No from a page that does not send it")
    void droppedWhenNotSent() {
        confirmed(Registration.PROFESSIONAL);
        assertThat(workDetails()).isEqualTo(WORK.size());
        Page page = profilePage().submit(Registration.with(Registration.PUBLIC, "email", address));
        assertThat(page.address()).hasParameter("code");
        assertThat(workDetails()).isZero();
    }

    @Test
    @DisplayName("about work before it is not asked any more stops nobody who signs in")
    void imported() {
        String old =
                "{\"ifResourceExists\": \"FAIL\", \"users\": [%s]}"
                        .formatted(user(Registration.with(no(), "locality", "Paris")));
        assertThat(admin.send("POST", "/partialImport", old).statusCode()).isEqualTo(200);
        assertThat(workDetails()).isEqualTo(WORK.size());
        Page page = Registration.signIn(portal, portal.browser(), address);
        assertThat(page.address()).hasParameter("code");
    }

    @Test
    @DisplayName("about work is asked by fields that can be seen, if everybody is asked")
    void askedOfEverybody() {
        confirmed(Registration.PROFESSIONAL);
        assertThat(profilePage().document().select("[data-shown-by]")).hasSize(1);
        admin.realm().askEveryoneForWorkDetails(true);
        Page page = profilePage();
        assertThat(page.document().select("[data-shown-by]")).isEmpty();
        Map<String, String> answers = Registration.with(no(), "email", address);
        assertThat(page.submit(answers).errors()).hasSize(3);
    }

    @Test
    @DisplayName("about work is judged in the account console as anywhere else")
    void accountConsole() {
        confirmed(Registration.PUBLIC);
        assertThat(
                        account(
                                        Registration.with(
                                                Registration.PROFESSIONAL,
                                                "postal_code",
                                                "nowhere"))
                                .body())
                .contains("portalPostcode");
        assertThat(account(Registration.PROFESSIONAL).statusCode()).isEqualTo(204);
        assertThat(isStored("postal_code", "SW1A 1AA")).isTrue();
    }

    @AfterEach
    void askProfessionalsOnly() {
        admin.realm().askEveryoneForWorkDetails(false);
        portal.clockAhead(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BFPO 61|Enter a full UK postcode. A BFPO number has one, which begins with BF1",
                "75001|Enter a full UK postcode. If your workplace is outside the UK",
                "D02 X285|Enter a full UK postcode. If your workplace is outside the UK",
                "SW1A|Enter a full UK postcode"
            })
    @DisplayName("as a post code that is none is answered by what to do")
    void postcodes(String typed, String message) {
        Map<String, String> answers =
                Registration.with(Registration.PROFESSIONAL, "postal_code", typed);
        Page page = Registration.detailsPage(portal).submit(answers);
        assertThat(page.errors()).singleElement().asString().startsWith(message);
        assertThat(page.value("postal_code")).isEqualTo(typed);
        Page welsh =
                portal.signIn("&ui_locales=cy").follow("a[href*=registration]").submit(answers);
        assertThat(welsh.errors())
                .singleElement()
                .asString()
                .startsWith("Rhowch god post llawn yn y DU");
    }

    @ParameterizedTest
    @CsvSource({
        "en, The code is not right. You have, Only the code in the newest email works.",
        "cy, Nid yw’r cod yn gywir. Mae gennych, Dim ond y cod yn yr ebost diweddaraf sy’n"
                + " gweithio."
    })
    @DisplayName(
            "as a code is answered by which one works, if there were several, to owners or not")
    void olderCodes(String language, String wrong, String newest) {
        Registration.register(portal, address);
        portal.clockAhead(Duration.ofSeconds(61));
        assertThat(afterAnother(language, address, wrong))
                .contains(newest)
                .isEqualTo(afterAnother(language, "free-" + address, wrong));
    }

    /** What a wrong code is told after one code was sent to the address, and after two. */
    private String afterAnother(String language, String claimed, String wrong) {
        Page page =
                portal.signIn("&ui_locales=" + language)
                        .follow("a[href*=registration]")
                        .submit(Registration.PUBLIC)
                        .submit(Registration.account(claimed));
        assertThat(page.submit(Map.of("code", "00000000")).errors())
                .singleElement()
                .asString()
                .startsWith(wrong);
        portal.clockAhead(Duration.ofSeconds(122));
        page = page.submit(Map.of("resend", "true"));
        portal.clockAhead(Duration.ofSeconds(61));
        return page.submit(Map.of("code", "00000000")).errors().get(0);
    }
}
