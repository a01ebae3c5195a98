package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.PortalOnMariaDb;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("mariadb")
@ExtendWith(PortalOnMariaDb.Provider.class)
@DisplayName("Over MariaDB")
class MariaDbIT extends CodeRaces {

    private static final String EMOJI = "\uD83D\uDE00";
    private static final String MESSAGE =
            "Some of these characters cannot be stored, such as emoji. Use other characters";

    /** Keycloak's own validator takes no emoji in an address, over whatever database. */
    private static final String NO_ADDRESS =
            "Enter an email address in the correct format, like name@example.com";

    private final PortalOnMariaDb portal;
    private final String unique = UUID.randomUUID() + "@example.com";

    MariaDbIT(PortalOnMariaDb portal) {
        super(portal);
        this.portal = portal;
    }

    @Test
    @DisplayName("people register, confirm and sign in again")
    void journey() {
        assertThat(Registration.register(portal, unique).address()).hasParameter("code");
        assertThat(Registration.signIn(portal, portal.browser(), unique).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("set as the docs say, the server warns of nothing about its database")
    void log() throws IOException {
        assertThat(Files.readAllLines(portal.logs().get(0)))
                .anyMatch(line -> line.contains("Children's Services Portal 1."))
                .noneMatch(line -> line.contains("docs/databases.md"));
    }

    @Test
    @DisplayName("an account that nobody confirms is removed in time")
    void removal() {
        Registration.codePage(portal, unique);
        assertThat(portal.admin().people().pendingIds(unique)).hasSize(1);
        portal.clockAhead(Duration.ofHours(25));
        Await.until("it is removed", () -> portal.admin().people().pendingIds(unique).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"firstName", "lastName", "jobRole", "organisation", "street", "locality"})
    @DisplayName("an emoji on the first page of registration is told at its field")
    void details(String field) {
        Page page =
                Registration.detailsPage(portal)
                        .submit(Registration.with(Registration.PROFESSIONAL, field, "A" + EMOJI));
        assertThat(page.errors()).containsExactly(MESSAGE);
        assertThat(page.document().select("#" + field + "-error")).hasSize(1);
        assertThat(page.submit(Registration.PROFESSIONAL).heading()).isEqualTo("Your account");
    }

    @Test
    @DisplayName("an emoji in the address is told at its field, there and where it is changed")
    void addresses() {
        Page page = Registration.accountPage(portal).submit(Registration.account(EMOJI + unique));
        assertThat(page.errors()).containsExactly(NO_ADDRESS);
        Page code = page.submit(Registration.account(unique));
        Page change =
                code.follow(".govuk-back-link")
                        .submit(Map.of("step", "address", "email", EMOJI + unique));
        assertThat(change.errors()).containsExactly(NO_ADDRESS);
    }

    @Test
    @DisplayName("an emoji on the profile page is told at its field")
    void profile() {
        Registration.register(portal, unique);
        Page page =
                portal.browser()
                        .get(portal.authorization("&kc_action=UPDATE_PROFILE"))
                        .submit(Map.of("username", unique, "password", Registration.PASSWORD))
                        .submit(Registration.with(Registration.PUBLIC, "firstName", EMOJI));
        assertThat(page.errors()).containsExactly(MESSAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, portalNotStorable",
        "lastName, portalNotStorable",
        "email, error-invalid-email"
    })
    @DisplayName("an emoji that an administrator enters is refused with the name of its field")
    void administrator(String field, String message) {
        String id = portal.admin().people().createUser(unique, Registration.PASSWORD);
        var answer =
                portal.admin()
                        .send(
                                "PUT",
                                "/users/" + id,
                                "{\"%s\": \"%s\"}".formatted(field, EMOJI + unique));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message, field);
    }

    @Test
    @DisplayName("an emoji on the other pages is a page that says what to do")
    void otherPages() {
        Page page = portal.signIn();
        Page refused = page.submit(Map.of("username", EMOJI + unique, "password", "wrong"));
        assertThat(refused.errors())
                .containsExactly("The email address or the password is not right");
        Page asked =
                portal.signIn()
                        .follow("a[href*=reset-credentials]")
                        .submit(Map.of("username", EMOJI + unique));
        assertThat(asked.status()).isEqualTo(200);
        Page code = Registration.codePage(portal, "code-" + unique);
        assertThat(code.submit(Map.of("code", EMOJI)).errors()).isNotEmpty();
    }
}
