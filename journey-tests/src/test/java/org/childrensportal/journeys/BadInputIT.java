package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("Whatever is sent to a page, the answer is a page that says what to do")
class BadInputIT {

    private final Portal portal;

    BadInputIT(Portal portal) {
        this.portal = portal;
    }

    /** The pages with a form, and how one comes to them. */
    enum Form {
        SIGN_IN(Portal::signIn, "username", "password"),
        FORGOTTEN(portal -> portal.signIn().follow("a[href*=reset-credentials]"), "username"),
        DETAILS(
                Registration::detailsPage,
                "firstName",
                "lastName",
                "professional",
                "jobRole",
                "organisation",
                "street",
                "locality",
                "postal_code"),
        ACCOUNT(Registration::accountPage, "email", "password", "password-confirm"),
        CODE(portal -> Registration.codePage(portal, newAddress()), "code"),
        ADDRESS(
                portal -> Registration.codePage(portal, newAddress()).follow(".govuk-back-link"),
                "step",
                "email"),
        PASSWORD(BadInputIT::passwordPage, "password-new", "password-confirm", "logout-sessions");

        private final Function<Portal, Page> open;
        private final List<String> fields;

        Form(Function<Portal, Page> open, String... fields) {
            this.open = open;
            this.fields = List.of(fields);
        }

        Page open(Portal portal) {
            return open.apply(portal);
        }

        /** A body in which every field has this value, percent-encoded already. */
        String body(String value) {
            return fields.stream()
                    .map(field -> field + "=" + value)
                    .collect(Collectors.joining("&"));
        }
    }

    /** What is wrong with the input. */
    enum Fault {
        NOTHING_SENT(form -> ""),
        EMPTY(form -> form.body("")),
        BLANK(form -> form.body("+%09+%E2%80%83")),
        REPEATED(form -> form.body("one") + "&" + form.body("two")),
        UNKNOWN_FIELDS(form -> "firstname%5B%5D=1&__proto__=2&=3&&&=&%3D"),
        NAMES_WITHOUT_VALUES(form -> String.join("&", form.fields)),
        OVER_LONG(form -> form.body("x".repeat(3_000))),
        VERY_LONG(form -> form.fields.get(0) + "=" + "x".repeat(100_000)),
        NOT_UTF_8(form -> form.body("%FF%FE%80abc%C3")),
        RAW_BYTES(form -> form.body("\u00ff\u00fe\u0080")),
        CONTROL_CHARACTERS(form -> form.body("a%00b%0D%0Ac%1B%7F%C2%85")),
        SURROGATE(form -> form.body("%ED%A0%80")),
        DIRECTION_MARKS(form -> form.body("%E2%80%AE%E2%80%8F%EF%BB%BFabc")),
        MARKUP(form -> form.body("%3Cscript%3Ealert%281%29%3C%2Fscript%3E%22%27%3E%24%7B7*7%7D"));

        private final Function<Form, String> body;

        Fault(Function<Form, String> body) {
            this.body = body;
        }
    }

    static Stream<Arguments> everyFaultOnEveryForm() {
        return Arrays.stream(Form.values())
                .flatMap(
                        form ->
                                Arrays.stream(Fault.values())
                                        .map(fault -> Arguments.of(form, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyFaultOnEveryForm")
    @DisplayName("Faulty input never is an error of the server, and never becomes markup")
    void faultyInput(Form form, Fault fault) {
        Page page = form.open(portal);
        Page answer = page.browser().post(action(page), fault.body.apply(form));
        assertHelpful(answer);
        assertThat(answer.html()).doesNotContain("<script>alert(1)", "49\"'>");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("What no browser sends, a broken encoding, fails in Keycloak but shows a page")
    void brokenEncoding(Form form) {
        // Keycloak's REST layer answers 500 before the portal is asked (26.7.3).
        Page page = form.open(portal);
        assertPage(page.browser().post(action(page), form.body("%zz%4")));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A form's address asked for with GET shows a page")
    void getInsteadOfPost(Form form) {
        Page page = form.open(portal);
        assertHelpful(page.browser().get(action(page)));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("A session code that is not one is refused on a page that leads back")
    void madeUpSessionCode(Form form) {
        Page page = form.open(portal);
        assertHelpful(page.browser().post(withSessionCode(action(page), "x"), form.body("x")));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("Somebody else's tab is not to be had")
    void foreignTab(Form form) {
        String foreign = action(form.open(portal)).replaceAll(".*tab_id=([^&]*).*", "$1");
        Page page = form.open(portal);
        String action = action(page).replaceAll("tab_id=[^&]*", "tab_id=" + foreign);
        assertThat(action).isNotEqualTo(action(page));
        assertHelpful(page.browser().post(action, form.body("x")));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("Somebody else's session code is refused on a page that leads back")
    void foreignSessionCode(Form form) {
        String foreign = sessionCode(Form.SIGN_IN.open(portal));
        Page page = form.open(portal);
        assertHelpful(page.browser().post(withSessionCode(action(page), foreign), form.body("x")));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("Without cookies the page says so")
    void withoutCookies(Form form) {
        Page page = form.open(portal);
        page.browser().forgetCookies();
        Page answer = page.browser().post(action(page), form.body("x"));
        assertHelpful(answer);
        assertThat(answer.document().select("main").text()).containsIgnoringCase("cookie");
    }

    private static String action(Page page) {
        return page.document().select("main form").first().absUrl("action");
    }

    private static String withSessionCode(String action, String code) {
        return action.replaceAll("session_code=[^&]*&?", "") + "&session_code=" + code;
    }

    private static String sessionCode(Page page) {
        return action(page).replaceAll(".*session_code=([^&]*).*", "$1");
    }

    private static void assertHelpful(Page page) {
        assertThat(page.status()).isBetween(200, 499);
        assertPage(page);
    }

    private static void assertPage(Page page) {
        assertThat(page.heading()).isNotEmpty();
        assertThat(page.title()).contains("Children's Services Portal");
        assertThat(page.document().select("main form, main a[href]")).isNotEmpty();
        assertThat(page.html()).doesNotContain("Exception", "org.keycloak", "\tat ");
    }

    private static Page passwordPage(Portal portal) {
        Page registered = Registration.register(portal, newAddress());
        return registered.browser().get(portal.authorization("&kc_action=UPDATE_PASSWORD"));
    }

    private static String newAddress() {
        return "person-" + UUID.randomUUID() + "@example.com";
    }
}
