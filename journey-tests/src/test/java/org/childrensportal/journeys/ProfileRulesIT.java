package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
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

@ExtendWith(Portal.Provider.class)
@DisplayName("The rules of the profile")
class ProfileRulesIT {

    private final Portal portal;
    private final AdminConsole admin;

    ProfileRulesIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'professional':['true'] | portalMissing",
                "'professional':['false'],'postal_code':['nowhere'] | portalPostcode",
                "'professional':['false'],'organisation':['one\\ntwo'] | portalControlCharacter",
                "'professional':['maybe'] | error-invalid-value"
            })
    @DisplayName("hold for administrators too, in the console and over REST")
    void administratorsToo(String attributes, String message) {
        HttpResponse<String> answer = create(attributes.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }

    @Test
    @DisplayName("let an administrator make a user whose answers keep them")
    void administratorsUser() {
        assertThat(create("\"professional\":[\"false\"]").statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> create(String attributes) {
        String address = "person-" + UUID.randomUUID() + "@example.com";
        return admin.send(
                "POST",
                "/users",
                """
                {"username": "%1$s", "email": "%1$s", "firstName": "Ann", "lastName": "Lee",
                 "attributes": {%2$s}}
                """
                        .formatted(address, attributes));
    }

    @Test
    @DisplayName("ask everyone for the work details if the administrator says so")
    void askEveryone() {
        admin.realm().askEveryoneForWorkDetails(true);
        Page page = Registration.detailsPage(portal).submit(Registration.PUBLIC);
        assertThat(page.errors()).hasSize(5).contains("Enter your role");
        assertThat(create("\"professional\":[\"false\"]").statusCode()).isEqualTo(400);
        page = page.submit(Registration.with(Registration.PROFESSIONAL, "professional", "false"));
        assertThat(page.heading()).isEqualTo("Your account");
    }

    @AfterEach
    void askProfessionalsOnly() {
        admin.realm().askEveryoneForWorkDetails(false);
    }

    @Test
    @DisplayName("are the same in the account console")
    void accountConsole() {
        String address = "person-" + UUID.randomUUID() + "@example.com";
        Registration.register(portal, address);
        String token = admin.account().accountToken(address, Registration.PASSWORD);
        assertThat(admin.account().changeProfile(token, "\"postal_code\":[\"nowhere\"]").body())
                .contains("portalPostcode");
        assertThat(
                        admin.account()
                                .changeProfile(token, "\"postal_code\":[\"SW1A 1AA\"]")
                                .statusCode())
                .isEqualTo(204);
    }
}
