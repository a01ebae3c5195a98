package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("A password that was typed, with Show on")
class SecretsInBrowserIT {

    private static final String SECRET = "Seen-By-Nobody-4711";

    /** Everything that a page can keep, as one text. */
    private static final String KEPT =
            """
            const done = arguments[0];
            const kept = [JSON.stringify(sessionStorage), JSON.stringify(localStorage), JSON.stringify(history.state),
              document.cookie, window.name, location.href, document.referrer, document.documentElement.outerHTML];
            Promise.all([indexedDB.databases(), caches.keys()])
              .then(([databases, keys]) =>
                done(kept.concat(JSON.stringify(databases), JSON.stringify(keys)).join(' ')));
            """;

    /** Keeps the page from being left: what its scripts kept for the next one can be looked at. */
    private static final String STAY =
            "addEventListener('click', event => event.preventDefault(), { once: true })";

    private final Portal portal;

    SecretsInBrowserIT(Portal portal) {
        this.portal = portal;
    }

    /** The pages with a password field, and how one comes to them. */
    enum PasswordPage {
        SIGN_IN("username", "password") {
            @Override
            void open(Portal portal, Chromium browser) {
                browser.open(portal.authorization(""));
            }
        },
        ACCOUNT("email", "password", "password-confirm") {
            @Override
            void open(Portal portal, Chromium browser) {
                browser.open(portal.authorization("&prompt=create"));
                browser.type("firstName", "Ann");
                browser.type("lastName", "Lee");
                browser.click(By.cssSelector("label[for=professional-no]"));
                browser.next();
            }
        },
        NEW_PASSWORD("", "password-new", "password-confirm") {
            @Override
            void open(Portal portal, Chromium browser) {
                String address = "person-" + UUID.randomUUID() + "@example.com";
                String id = portal.admin().people().createUser(address, Registration.PASSWORD);
                portal.admin().people().setEmailVerified(id, true);
                browser.open(portal.authorization("&kc_action=UPDATE_PASSWORD"));
                browser.type("username", address);
                browser.type("password", Registration.PASSWORD);
                browser.press("Sign in");
            }
        };

        private final String answer;
        private final List<String> secrets;

        PasswordPage(String answer, String... secrets) {
            this.answer = answer;
            this.secrets = List.of(secrets);
        }

        abstract void open(Portal portal, Chromium browser);
    }

    @ParameterizedTest
    @EnumSource(PasswordPage.class)
    @DisplayName("is in no store, address, state or request when the language is switched")
    void anotherLanguage(PasswordPage page) {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            page.open(portal, browser);
            type(page, browser);
            browser.requests();

            browser.driver().executeScript(STAY);
            browser.click(By.linkText("Cymraeg"));
            assertThat(kept(browser)).doesNotContain(SECRET);
            if (!page.answer.isEmpty()) {
                assertThat(kept(browser)).contains("portal-answers", "ann@example.com");
            }

            browser.click(By.linkText("Cymraeg"));
            browser.awaitIdle();
            assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                    .isEqualTo("cy");
            assertThat(kept(browser)).doesNotContain(SECRET, "portal-answers");
            assertThat(browser.requests()).isNotEmpty().noneMatch(sent -> sent.contains(SECRET));
            for (String field : page.secrets) {
                assertThat(browser.value(name(browser, field))).isEmpty();
            }
            browser.back();
            browser.awaitIdle();
            assertThat(kept(browser)).doesNotContain(SECRET);
            assertThat(browser.count("input[type=text][autocomplete*=password]")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(PasswordPage.class)
    @DisplayName("leaves the browser in the body of its own form only")
    void sent(PasswordPage page) {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            page.open(portal, browser);
            type(page, browser);
            browser.requests();
            String action = browser.action();
            browser.driver().findElement(By.cssSelector("main form button[type=submit]")).click();
            browser.awaitIdle();
            List<String> withSecret =
                    browser.requests().stream().filter(sent -> sent.contains(SECRET)).toList();
            assertThat(withSecret)
                    .isNotEmpty()
                    .allSatisfy(
                            sent -> {
                                assertThat(sent).contains("\"method\":\"POST\"");
                                assertThat(sent.split(SECRET, -1))
                                        .as("once a field, in the body")
                                        .hasSizeLessThanOrEqualTo(page.secrets.size() + 1);
                                assertThat(sent.replaceFirst("(?s)\"postData\":\"[^\"]*\"", ""))
                                        .doesNotContain(SECRET);
                            });
            assertThat(withSecret.get(0)).contains(action.replaceFirst("\\?.*", ""));
            assertThat(kept(browser)).doesNotContain(SECRET);
        }
    }

    private static void type(PasswordPage page, Chromium browser) {
        if (!page.answer.isEmpty()) {
            browser.type(page.answer, "ann@example.com");
        }
        for (String field : page.secrets) {
            browser.click(By.cssSelector("[data-toggle=" + field + "]"));
            browser.type(field, SECRET);
            assertThat(browser.count("#" + field + "[type=text]")).isOne();
        }
    }

    private static String name(Chromium browser, String id) {
        return browser.driver().findElement(By.id(id)).getDomAttribute("name");
    }

    private static String kept(Chromium browser) {
        return String.valueOf(browser.driver().executeAsyncScript(KEPT));
    }
}
