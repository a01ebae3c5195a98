package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.checks.Axe;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("Mails, as Chromium shows them")
class MailLooksIT {

    private static final Path FOLDER = Path.of("target/screenshots/mails");

    private static final String CHANGED = "Another-Horse-8-staple";
    private static final Map<String, String> CHANGED_SUBJECTS =
            Map.of(
                    "en", "Children's Services Portal: your password was changed",
                    "cy", "Children's Services Portal: newidiwyd eich cyfrinair");

    private final Portal portal;
    private final String address = "mail-" + UUID.randomUUID() + "@example.com";

    MailLooksIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    @DisplayName(
            "have no fault that axe knows in light and dark, fit a phone, and get nothing from"
                    + " elsewhere")
    void looks(String language) throws IOException {
        Files.createDirectories(FOLDER);
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.viewport(320);
            for (Map.Entry<String, String> mail : mails(language).entrySet()) {
                assertThat(mail.getValue())
                        .contains("lang=\"" + language)
                        .doesNotContain("<img", "src=", "url(", "@import", "<link");
                String name = mail.getKey() + "-" + language;
                Path file = FOLDER.resolve(name + ".html");
                Files.writeString(file, mail.getValue());
                for (String scheme : List.of("light", "dark")) {
                    browser.prefer("prefers-color-scheme", scheme);
                    browser.open(file.toUri().toString());
                    assertThat(Axe.verdict(browser).violations()).as(name + scheme).isEmpty();
                    assertThat(browser.overflow()).as(name + scheme).isNotPositive();
                    Files.write(
                            FOLDER.resolve("%s-%s.png".formatted(name, scheme)),
                            browser.picture(320));
                }
            }
        }
    }

    private Map<String, String> mails(String language) {
        Map<String, String> mails = new LinkedHashMap<>();
        Page code = register(language);
        mails.put("code", portal.mail().newestHtmlFor(address));
        assertThat(portal.mail().newestSubjectFor(address)).doesNotContain(portal.codeFor(address));
        Page in = code.submit(Map.of("code", portal.codeFor(address)));
        mails.put("address-changed", addressChanged(in, language));
        portal.clockAhead(Duration.ofSeconds(61));
        register(language);
        mails.put("registered", portal.mail().newestHtmlFor(address));
        signIn(language).follow("a[href*=reset-credentials]").submit(Map.of("username", address));
        assertThat(portal.linkFor(address)).startsWith("http");
        mails.put("reset", portal.mail().newestHtmlFor(address));
        portal.browser()
                .get(portal.linkFor(address))
                .submit(Map.of("password-new", CHANGED, "password-confirm", CHANGED));
        portal.mail().awaitSubject(address, CHANGED_SUBJECTS.get(language));
        mails.put("password-changed", portal.mail().newestHtmlFor(address));
        assertThat(portal.mail().newestTextFor(address)).doesNotContain("http", CHANGED);
        return mails;
    }

    /** The mail to another account's address, which that account changes. */
    private String addressChanged(Page in, String language) {
        assertThat(in.address()).hasParameter("code");
        MovingPerson person = MovingPerson.signedIn(portal);
        String next = MovingPerson.newAddress();
        person.browser()
                .get(portal.authorization("&kc_action=UPDATE_EMAIL&ui_locales=" + language))
                .send(Map.of("email", next))
                .submit(Map.of("code", portal.codeFor(next)));
        assertThat(portal.mail().newestTextFor(person.address()))
                .contains(portal.mail().wayBackFor(person.address()))
                .doesNotContain(next);
        return portal.mail().newestHtmlFor(person.address());
    }

    private Page register(String language) {
        return signIn(language)
                .follow("a[href*=registration]")
                .submit(Registration.PUBLIC)
                .submit(Registration.account(address));
    }

    private Page signIn(String language) {
        Page page = portal.signIn();
        return language.equals("en") ? page : page.follow("a[hreflang=" + language + "]");
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
