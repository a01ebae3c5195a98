package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("In a realm that once let several accounts have one address")
class SharedAddressIT {

    private static final String CODE_PAGE = "Confirm your email";

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID().toString();
    private final List<String> both = new ArrayList<>();
    private final String address = "shared-" + unique + "@example.com";

    SharedAddressIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void twoAccounts() {
        admin.realm()
                .configureRealm(
                        "{\"loginWithEmailAllowed\": false, \"duplicateEmailsAllowed\": true,"
                                + " \"registrationEmailAsUsername\": false}");
        try {
            for (String name : new String[] {"one-", "two-"}) {
                assertThat(admin.send("POST", "/users", account(name + unique)).statusCode())
                        .isEqualTo(201);
                both.add(id(name + unique));
            }
        } finally {
            admin.realm()
                    .configureRealm(
                            "{\"loginWithEmailAllowed\": true, \"duplicateEmailsAllowed\": false,"
                                    + " \"registrationEmailAsUsername\": true}");
        }
    }

    /** A realm with such accounts is not ready for the portal: other tests ask whether it is. */
    @AfterEach
    void none() {
        both.forEach(id -> admin.people().removeUser(id));
    }

    private String id(String name) {
        String found = admin.send("GET", "/users?exact=true&username=" + name, "").body();
        return AdminConsole.field(found, "id");
    }

    /** Their surname is missing. */
    private String account(String name) {
        return """
        {"username": "%s", "email": "%s", "emailVerified": true, "enabled": true,
         "firstName": "Ann", "attributes": {"professional": ["false"]},
         "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
        """
                .formatted(name, address, Registration.PASSWORD);
    }

    @Test
    @DisplayName("one of them is asked for the details that are missing")
    void missing() {
        Page asked =
                portal.signIn()
                        .submit(
                                Map.of(
                                        "username",
                                        "one-" + unique,
                                        "password",
                                        Registration.PASSWORD));
        assertThat(asked.status()).as(asked.html()).isEqualTo(200);
        assertThat(asked.document().select("input[name=lastName]")).isNotEmpty();
    }

    @Test
    @DisplayName("whoever registers it meets the page that a free address has; one owner is told")
    void registered() {
        Page page = Registration.codePage(portal, address);
        assertThat(page.heading()).as(page.html()).isEqualTo(CODE_PAGE);
        assertThat(portal.mail().newestTextFor(address)).contains("already");
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
    }

    @Test
    @DisplayName("so does whoever changes to it on the code page")
    void changedTo() {
        Page page =
                Registration.codePage(portal, "typed-" + address)
                        .submit(Map.of("step", "address", "email", address));
        assertThat(page.heading()).as(page.html()).isEqualTo(CODE_PAGE);
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
    }
}
