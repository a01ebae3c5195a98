package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Registration, over HTTP")
class RegistrationIT {

    private static final String PASSWORD = "Correct-Horse-7-battery";
    private static final Map<String, String> PROFESSIONAL =
            Map.of(
                    "firstName", "Zoë",
                    "lastName", "O'Brien",
                    "professional", "true",
                    "jobRole", "Teacher",
                    "organisation", "School <b>One</b>",
                    "street", "1 High Street",
                    "locality", "London",
                    "postal_code", "sw1a-1aa");
    private static final Map<String, String> PUBLIC =
            Map.of("firstName", "李", "lastName", "Smith-Jones", "professional", "false");

    private final Portal portal;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    RegistrationIT(Portal portal) {
        this.portal = portal;
    }

    private Page details() {
        return portal.signIn().follow("a[href*=registration]");
    }

    private Page codePage(Map<String, String> details) {
        return details().submit(details).submit(account(address));
    }

    private static Map<String, String> account(String email) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("email", email);
        form.put("password", PASSWORD);
        form.put("password-confirm", PASSWORD);
        return form;
    }

    private static void assertSignedIn(Page page) {
        assertThat(page.address().toString())
                .startsWith("http://localhost:8081/callback?")
                .contains("code=");
    }

    @Test
    @DisplayName("A professional registers, enters the code with a space in it and is signed in")
    void professional() {
        Page page = codePage(PROFESSIONAL);
        assertThat(page.title())
                .isEqualTo("Confirm your email - Step 3 of 3 - Children's Services Portal");
        String code = portal.codeFor(address);
        assertSignedIn(
                page.submit(Map.of("code", " " + code.substring(0, 4) + " " + code.substring(4))));
    }

    @Test
    @DisplayName("A member of the public registers without work details")
    void memberOfThePublic() {
        Page page = codePage(PUBLIC);
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))));
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
        assertThat(page.value("organisation")).isEqualTo("School <b>One</b>");
        assertThat(page.value("postal_code")).isEqualTo("SW1A 1AA");
        assertThat(page.submit(PROFESSIONAL).heading()).isEqualTo("Your account");
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
                        "Password must contain only letters, digits and special characters, no"
                                + " spaces",
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
        int mails = portal.mailCount();
        page = page.browser().get(page.address().toString());
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.errors())
                .singleElement()
                .asString()
                .startsWith("You can ask for a new code");
        assertThat(portal.mailCount()).isEqualTo(mails);
        assertSignedIn(page.submit(Map.of("code", portal.codeFor(address))));
    }

    @Test
    @DisplayName("A person who left at step 3 signs in, gets no second mail and confirms")
    void leavesAndComesBack() {
        codePage(PUBLIC);
        int mails = portal.mailCount();
        Page page = portal.signIn().submit(Map.of("username", address, "password", PASSWORD));
        assertThat(page.heading()).isEqualTo("Confirm your email");
        assertThat(portal.mailCount()).isEqualTo(mails);
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
}
