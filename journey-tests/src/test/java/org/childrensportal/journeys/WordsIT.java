package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Chromium;
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
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("The words of the portal")
class WordsIT {

    private static final Pattern LINK = Pattern.compile("http\\S+action-token\\S+");

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "words-" + UUID.randomUUID() + "@example.com";

    WordsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private Page signIn(String language) {
        Page page = portal.signIn();
        return language.equals("cy") ? page.follow("a[hreflang=cy]") : page;
    }

    private Page accountPage(String language, Map<String, String> details) {
        return signIn(language).follow("a[href*=registration]").submit(details);
    }

    /** The browser of somebody who registered in this language and is signed in. */
    private Browserless registered(String language) {
        Page page =
                accountPage(language, Registration.PUBLIC).submit(Registration.account(address));
        return page.submit(Map.of("code", portal.codeFor(address))).browser();
    }

    private Page asked(Browserless browser, String parameters) {
        return browser.get(portal.authorization(parameters));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Confirm your email address | Choose a new password | 12 hours",
                "cy | Cadarnhau eich cyfeiriad ebost | Dewis cyfrinair newydd | 12 awr"
            })
    @DisplayName("name what an administrator asks people to do, in the mail and on its page")
    void actions(String language, String confirm, String password, String life) {
        Browserless browser = registered(language);
        assertThat(
                        admin.send(
                                        "PUT",
                                        "/users/"
                                                + admin.people().userId(address)
                                                + "/execute-actions-email",
                                        "[\"portal-verify-email-code\", \"UPDATE_PASSWORD\"]")
                                .statusCode())
                .isEqualTo(204);
        String mail = portal.mail().newestTextFor(address);
        assertThat(mail)
                .contains("- " + confirm, "- " + password, life)
                .doesNotContain("requiredAction");
        assertThat(portal.mail().newestHtmlFor(address))
                .contains("<li>" + confirm + "</li>", "<li>" + password + "</li>", life)
                .doesNotContain("requiredAction");
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        assertThat(browser.get(link.group()).document().select("main li").eachText())
                .containsExactlyInAnyOrder(confirm, password);
    }

    @Test
    @DisplayName("say on the profile page which answer is missing, too long or in several lines")
    void profile() {
        Page page = asked(registered("en"), "&kc_action=UPDATE_PROFILE");
        page =
                page.submit(
                        Map.of(
                                "email",
                                "",
                                "firstName",
                                "",
                                "lastName",
                                "",
                                "professional",
                                "true"));
        assertThat(page.errors())
                .containsExactlyInAnyOrder(
                        "Enter your forename",
                        "Enter your surname",
                        "Enter your role",
                        "Enter your organisation",
                        "Enter the street of your work address",
                        "Enter the town of your work address",
                        "Enter the post code of your work address");
        Map<String, String> details =
                Registration.with(Registration.PROFESSIONAL, "email", address);
        page = page.submit(Registration.with(details, "locality", "one\ntwo"));
        assertThat(page.errors()).containsExactly("Enter the town on one line");
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, Forename, 100",
        "lastName, Surname, 100",
        "jobRole, Role, 100",
        "organisation, Organisation, 150",
        "street, Street, 200",
        "locality, Town, 100",
    })
    @DisplayName("say on the profile page how long an answer may be, and take one of that length")
    void tooLong(String field, String label, int maximum) {
        Page page = asked(registered("en"), "&kc_action=UPDATE_PROFILE");
        Map<String, String> details =
                Registration.with(Registration.PROFESSIONAL, "email", address);
        page = page.submit(Registration.with(details, field, "x".repeat(maximum + 1)));
        assertThat(page.errors())
                .containsExactly(label + " must be " + maximum + " characters or fewer");
        page = page.submit(Registration.with(details, field, "x".repeat(maximum)));
        assertThat(page.address()).hasParameter("code");
    }

    @Test
    @DisplayName("say it in Welsh on the Welsh profile page")
    void welshProfile() {
        Page page = asked(registered("cy"), "&kc_action=UPDATE_PROFILE");
        Map<String, String> details = Registration.with(Registration.PUBLIC, "email", address);
        page = page.submit(Registration.with(details, "professional", "true"));
        assertThat(page.errors())
                .containsExactlyInAnyOrder(
                        "Rhowch eich rôl",
                        "Rhowch eich sefydliad",
                        "Rhowch stryd eich cyfeiriad gwaith",
                        "Rhowch dref eich cyfeiriad gwaith",
                        "Rhowch god post eich cyfeiriad gwaith");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Enter an email address with only the letters a to z, digits and signs before"
                        + " the @",
                "cy | Rhowch gyfeiriad ebost â dim ond llythrennau a i z, digidau ac arwyddion cyn"
                        + " yr @"
            })
    @DisplayName("say what to do about an address that mail cannot be sent to")
    void localPart(String language, String message) {
        Page page = accountPage(language, Registration.PUBLIC);
        assertThat(page.submit(Registration.account("zoë-" + address)).errors())
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | enter your work email address and | enter your email address and",
                "cy | Rhowch eich cyfeiriad ebost gwaith a | Rhowch eich cyfeiriad ebost a"
            })
    @DisplayName("ask only professionals for a work email address")
    void workAddress(String language, String professional, String personal) {
        assertThat(accountPage(language, Registration.PROFESSIONAL).document().text())
                .contains(professional)
                .doesNotContain(personal);
        Page page = accountPage(language, Registration.PUBLIC);
        assertThat(page.document().text()).contains(personal).doesNotContain(professional);
        page = page.submit(Registration.account(""));
        assertThat(page.document().text()).contains(personal).doesNotContain(professional);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'client_id=portal-web', 'client_id=nobody', Nid ydym yn adnabod y gwasanaeth",
        "'&kc_action=UPDATE_PASSWORD', '', '', Dewiswch gyfrinair newydd.",
        "'&kc_action=UPDATE_PROFILE', '', '', Eich manylion",
        "'&prompt=login', '', '', Cyfrinair",
        "'&max_age=0', '', '', Cyfrinair",
        "'', 'redirect_uri=', 'redirect_uri=https://elsewhere.example', rywbeth na allwn"
    })
    @DisplayName("are Welsh on a Welsh page, whatever Keycloak has to say")
    void welsh(String parameters, String part, String instead, String words) {
        Browserless browser = registered("cy");
        String request = portal.authorization(parameters).replace(part, instead);
        // A sign-in of the same second is fresh enough for Keycloak, even where max_age is 0.
        portal.clockAhead(Duration.ofSeconds(2));
        Page page = browser.get(request);
        assertThat(page.document().select("main").text())
                .contains(words)
                .doesNotContainPattern("(?i)\\b(the|your|you|need|please|client|invalid)\\b");
    }

    @Test
    @DisplayName("tell who confirmed their address elsewhere, as news and not as an error")
    void confirmedElsewhere() {
        Page waiting = Registration.codePage(portal, address);
        String code = portal.codeFor(address);
        Page elsewhere = Registration.signIn(portal, portal.browser(), address);
        assertThat(elsewhere.submit(Map.of("code", code)).address()).hasParameter("code");
        Page told = waiting.submit(Map.of("code", code));
        assertThat(told.heading()).isEqualTo("My account");
        assertThat(told.document().select("[role=status]").text())
                .isEqualTo("Your email address is confirmed. Sign in to continue.");
        assertThat(told.errors()).isEmpty();
        assertThat(told.title()).startsWith("My account");
    }

    @ParameterizedTest
    @CsvSource({
        "Correct-Horse-7-👨‍👩‍👧",
        "Correct-Horse-7-🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "Correct-Horse-7-\u00ADbattery"
    })
    @DisplayName("do not blame spaces alone for an emoji, or for what cannot be seen")
    void emoji(String password) {
        Map<String, String> form = Registration.account(address);
        form.put("password", password);
        form.put("password-confirm", password);
        List<String> errors = accountPage("en", Registration.PUBLIC).submit(form).errors();
        assertThat(errors)
                .containsExactly(
                        "Password must contain only letters, digits and special characters. Spaces,"
                                + " some emojis and hidden characters are not"
                                + " allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, (in 1 minute)",
        "en, 2, (in 2 minutes)",
        "en, 180, ''",
        "cy, 1, (ymhen 1 munud)",
        "cy, 2, (ymhen 2 funud)",
        "cy, 30, (ymhen 30 munud)"
    })
    @DisplayName("say when a code expires as a person would")
    void minutes(String language, String life, String words) {
        admin.realm().configureCodes("\"code-life-minutes\":\"" + life + "\"");
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(signInAddress(language));
            browser.click(By.cssSelector("a[href*=registration]"));
            Registration.PUBLIC.forEach(
                    (field, answer) -> {
                        if (!field.equals("professional")) {
                            browser.type(field, answer);
                        }
                    });
            browser.click(By.cssSelector("label[for=professional-no]"));
            browser.click(By.cssSelector("form button[type=submit]"));
            browser.type("email", address);
            browser.type("password", Registration.PASSWORD);
            browser.type("password-confirm", Registration.PASSWORD);
            browser.click(By.cssSelector("form > button[type=submit]"));
            assertThat(browser.text("[data-seconds]")).isEqualTo(words);
        }
    }

    private String signInAddress(String language) {
        return portal.authorization("&ui_locales=" + language);
    }

    @AfterEach
    void defaults() {
        portal.clockAhead(Duration.ZERO);
        assertThat(admin.realm().configureCodes("").statusCode()).isEqualTo(204);
    }
}
