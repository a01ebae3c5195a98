package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.childrensportal.people.Registration.PASSWORD;
import static org.childrensportal.people.Registration.PROFESSIONAL;
import static org.childrensportal.people.Registration.PUBLIC;
import static org.childrensportal.people.Registration.account;
import static org.childrensportal.people.Registration.with;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Registration, over HTTP")
class RegistrationIT {

    private final Portal portal;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    RegistrationIT(Portal portal) {
        this.portal = portal;
    }

    private Page details() {
        return Registration.detailsPage(portal);
    }

    private Page codePage(Map<String, String> details) {
        return details().submit(details).submit(account(address));
    }

    private IDTokenClaimsSet assertSignedIn(Page page) {
        // The relying application's clock is the real one.
        portal.clockAhead(Duration.ZERO);
        IDTokenClaimsSet claims = portal.signedIn(page).claims();
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        return claims;
    }

    @Test
    @DisplayName("A professional registers, enters the code with a space in it and is signed in")
    void professional() {
        Page page = codePage(PROFESSIONAL);
        assertThat(page.title())
                .isEqualTo("Confirm your email - Step 3 of 3 - Children's Services Portal");
        String code = portal.codeFor(address);
        IDTokenClaimsSet claims =
                assertSignedIn(
                        page.submit(
                                Map.of(
                                        "code",
                                        " " + code.substring(0, 4) + " " + code.substring(4))));
        assertThat(claims.toJSONObject())
                .containsEntry("given_name", "Zoë")
                .containsEntry("family_name", "O'Brien")
                .containsEntry("name", "Zoë O'Brien")
                .containsEntry("email", address)
                .containsEntry("email_verified", true)
                .containsEntry("professional", true)
                .containsEntry("job_role", "Teacher")
                .containsEntry("organisation", "School <b>One</b>")
                .containsEntry(
                        "address",
                        Map.of(
                                "street_address", "1 High Street",
                                "locality", "London",
                                "postal_code", "SW1A 1AA"));
    }

    @Test
    @DisplayName("A member of the public registers without work details")
    void memberOfThePublic() {
        Page page = codePage(PUBLIC);
        assertThat(
                        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))))
                                .toJSONObject())
                .containsEntry("given_name", "李")
                .containsEntry("professional", false)
                .doesNotContainKeys("job_role", "organisation", "address");
    }

    @Test
    @DisplayName("An empty first page names every field, and nothing is an error of the server")
    void emptyFirstPage() {
        Page page = details().submit(Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.errors())
                .containsExactly(
                        "Enter your forename",
                        "Enter your surname",
                        "Select yes if this account is being used in a professional capacity");
    }

    @Test
    @DisplayName("An answer to the yes-or-no question that is neither is asked for again")
    void neitherYesNorNo() {
        Page page = details().submit(with(PUBLIC, "professional", "maybe"));
        assertThat(page.errors()).containsExactly("Select one of the answers");
    }

    @Test
    @DisplayName("A professional is asked for role, organisation and address, and loses no answer")
    void workDetailsAreRequired() {
        Page page =
                details()
                        .submit(
                                Map.of(
                                        "firstName", "Zoë",
                                        "lastName", "O'Brien",
                                        "professional", "true",
                                        "postal_code", "nowhere"));
        assertThat(page.errors())
                .containsExactly(
                        "Enter your role",
                        "Enter your organisation",
                        "Enter the street of your work address",
                        "Enter the town of your work address",
                        "Enter a full UK postcode");
        assertThat(page.value("lastName")).isEqualTo("O'Brien");
        assertThat(page.value("postal_code")).isEqualTo("nowhere");
    }

    @Test
    @DisplayName("The way back from step 2 shows every answer, the postcode in its standard form")
    void backKeepsAnswers() {
        Page page = details().submit(PROFESSIONAL).follow(".govuk-back-link");
        assertThat(page.heading()).isEqualTo("Your details");
        PROFESSIONAL.forEach(
                (question, answer) ->
                        assertThat(shown(page, question))
                                .as(question)
                                .isEqualTo(question.equals("postal_code") ? "SW1A 1AA" : answer));
        assertThat(page.submit(PROFESSIONAL).heading()).isEqualTo("Your account");
    }

    private static String shown(Page page, String question) {
        return question.equals("professional")
                ? page.document().select("[name=professional][checked]").attr("value")
                : page.value(question);
    }

    @Test
    @DisplayName("All broken password rules are shown at once and no password comes back")
    void brokenPasswordRules() {
        Page page =
                details()
                        .submit(PUBLIC)
                        .submit(
                                Map.of(
                                        "email", address,
                                        "password", "1 abc",
                                        "password-confirm", "1 abc"));
        assertThat(page.errors())
                .containsExactly(
                        "Password must be at least 14 characters long",
                        "Password must contain only letters, digits and special"
                                + " characters. Spaces, some emojis and hidden characters are not"
                                + " allowed",
                        "Password must start with a letter",
                        "Password must contain at least one upper-case letter",
                        "Password must contain at least one special character");
        assertThat(page.html()).doesNotContain("1 abc");
        assertThat(page.value("email")).isEqualTo(address);
    }

    @Test
    @DisplayName("After five wrong codes the right one is refused")
    void fiveWrongCodes() {
        Page page = codePage(PUBLIC);
        String right = portal.codeFor(address);
        String wrong = right.equals("00000000") ? "11111111" : "00000000";
        for (int guess = 1; guess <= 4; guess++) {
            page = page.submit(Map.of("code", wrong));
            assertThat(page.errors())
                    .singleElement()
                    .asString()
                    .startsWith("The code is not right");
        }
        page = page.submit(Map.of("code", wrong));
        assertThat(page.errors())
                .containsExactly(
                        "The code has been entered wrongly too many times. Ask for a new code.");
        page = page.submit(Map.of("code", right));
        assertThat(page.errors())
                .containsExactly(
                        "The code has been entered wrongly too many times. Ask for a new code.");
    }

    @Test
    @DisplayName("Asking for a new code at once is too soon, and reloading the page mails nothing")
    void newCodeTooSoon() {
        Page page = codePage(PUBLIC);
        page = page.browser().get(page.address().toString());
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.errors())
                .singleElement()
                .asString()
                .startsWith("You can ask for a new code");
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))));
    }

    @Test
    @DisplayName("A person who left at step 3 signs in, gets no second mail and confirms")
    void leavesAndComesBack() {
        codePage(PUBLIC);
        Page page = portal.signIn().submit(Map.of("username", address, "password", PASSWORD));
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))));
    }

    @Test
    @DisplayName("A session that did not enter the code does not go on when another one did")
    void confirmedElsewhere() {
        Page other = codePage(PUBLIC);
        Page page = portal.signIn().submit(Map.of("username", address, "password", PASSWORD));
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))));
        assertThat(other.submit(Map.of("code", "00000000")).heading()).isEqualTo("My account");
    }

    @Test
    @DisplayName("A mistyped address is changed on step 3 and gets its code at once")
    void changesTheAddress() {
        Page page = codePage(PUBLIC).follow(".govuk-back-link");
        assertThat(page.heading()).isEqualTo("Change your email address");
        String corrected = "corrected-" + address;
        page = page.submit(Map.of("step", "address", "email", corrected));
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(corrected))));
    }

    @Test
    @DisplayName("Each page can be gone back to and changed, and what counts is the last answer")
    void changesEachPage() {
        Page page = details().submit(PROFESSIONAL).follow(".govuk-back-link");
        assertThat(page.heading()).isEqualTo("Your details");
        assertThat(page.value("jobRole")).isEqualTo("Teacher");
        assertThat(page.document().select("input[name=professional][checked]").attr("value"))
                .isEqualTo("true");
        page = page.submit(with(PROFESSIONAL, "jobRole", "Head teacher"));
        page = page.submit(account("mistyped-" + address)).follow(".govuk-back-link");
        page = page.submit(Map.of("step", "address", "email", address));
        assertThat(
                        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))))
                                .toJSONObject())
                .containsEntry("job_role", "Head teacher")
                .containsEntry("email", address);
    }

    @Test
    @DisplayName("The browser's own Back finds the first page again, answers and all")
    void browserBack() {
        Page first = details();
        Page second = first.submit(PROFESSIONAL);
        Page again = second.browser().get(first.address().toString());
        assertThat(again.heading()).isEqualTo("Your details");
        assertThat(again.value("organisation")).isEqualTo("School <b>One</b>");
        assertThat(again.submit(PROFESSIONAL).heading()).isEqualTo("Your account");
    }

    @Test
    @DisplayName("A first page that the browser kept can be sent again, and changes the answers")
    void keptFirstPage() {
        Page first = details();
        first.submit(PROFESSIONAL);
        Page page = first.submit(with(PROFESSIONAL, "jobRole", "Head teacher"));
        assertThat(page.heading()).isEqualTo("Your account");
        page = page.submit(account(address));
        assertThat(
                        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))))
                                .toJSONObject())
                .containsEntry("job_role", "Head teacher");
    }

    @Test
    @DisplayName("A second page that is sent twice makes one account and mails one code")
    void secondPageIsSentTwice() {
        Page second = details().submit(PUBLIC);
        second.submit(account(address));
        Page page = second.submit(account(address));
        assertThat(page.heading()).isEqualTo("You have already been past this page");
        page = page.follow("#loginContinueLink");
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))));
    }

    @Test
    @DisplayName("A second page that the browser kept leads on when the first was only looked at")
    void keptSecondPage() {
        Page second = details().submit(PUBLIC);
        second.follow(".govuk-back-link");
        Page page = second.submit(account(address));
        assertThat(page.heading()).isEqualTo("Confirm your email");
    }

    @Test
    @DisplayName("A second page that the browser kept loses no answer when the first is wrong now")
    void keptSecondPageAfterAnError() {
        Page second = details().submit(PUBLIC);
        Page first = second.follow(".govuk-back-link").submit(with(PUBLIC, "lastName", ""));
        assertThat(first.errors()).containsExactly("Enter your surname");
        Page page = second.submit(account(address));
        assertThat(page.heading()).isEqualTo("Your details");
        page = page.submit(PUBLIC);
        assertThat(page.heading()).isEqualTo("Your account");
        assertThat(page.value("email")).isEqualTo(address);
    }

    @Test
    @DisplayName("Showing the code page again mails nothing, when another code could be had too")
    void reloadedLater() {
        Page page = Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofSeconds(61));
        Page again = page.browser().get(page.address().toString());
        assertThat(again.heading()).isEqualTo("Confirm your email");
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
        assertThat(again.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("A code page that the browser kept takes the new code too")
    void keptCodePage() {
        Page kept = codePage(PUBLIC);
        portal.clockAhead(Duration.ofSeconds(61));
        kept.submit(Map.of("resend", "true"));
        assertSignedIn(kept.submit(Map.of("code", portal.codeFor(address))));
    }

    @Test
    @DisplayName("A new code can be had after a minute; then only the new one counts")
    void newCode() {
        Page page = codePage(PUBLIC);
        String old = portal.codeFor(address);
        portal.clockAhead(Duration.ofSeconds(61));
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.document().select("[role=status]").text())
                .isEqualTo("We have sent you a new code. Earlier codes no longer work.");
        String fresh = portal.codeFor(address);
        if (!fresh.equals(old)) {
            page = page.submit(Map.of("code", old));
            assertThat(page.errors())
                    .singleElement()
                    .asString()
                    .startsWith("The code is not right");
        }
        assertSignedIn(page.submit(Map.of("code", fresh)));
    }

    @Test
    @DisplayName("A code that has ended is refused, and a new one confirms")
    void codeExpires() {
        Page page = codePage(PUBLIC);
        portal.clockAhead(Duration.ofMinutes(31));
        page = page.submit(Map.of("code", portal.codeFor(address)));
        assertThat(page.errors()).containsExactly("The code has expired. Ask for a new code.");
        page = page.submit(Map.of("resend", "true"));
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))));
    }

    @AfterEach
    void clockAsItWas() {
        portal.clockAhead(Duration.ZERO);
    }

    @Test
    @DisplayName("Whoever is signed in on this machine is signed out by another's registration")
    void signedInAlready() {
        Page page = Registration.register(portal, "first-" + address);
        Page another =
                page.browser()
                        .get(portal.authorization("&prompt=create"))
                        .submit(Registration.PUBLIC)
                        .submit(Registration.account(address));
        another = another.submit(Map.of("code", portal.codeFor(address)));
        assertThat(assertSignedIn(another).getStringClaim("email")).isEqualTo(address);
        AdminConsole admin = portal.admin();
        String first = admin.people().userId("first-" + address);
        assertThat(admin.people().sessions(first)).isEqualTo("[]");
        assertThat(admin.history().events("LOGOUT", first)).hasSize(1);
    }

    @Test
    @DisplayName("An unknown action on the authorization request does not keep anybody out")
    void unknownAction() {
        Page page = Registration.register(portal, address);
        page = page.browser().get(portal.authorization("&kc_action=nonsense"));
        assertThat(page.status()).isLessThan(500);
    }
}
