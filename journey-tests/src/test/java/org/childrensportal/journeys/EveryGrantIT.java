package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Council;
import org.childrensportal.servers.Portal;
import org.childrensportal.servers.PortalUnderPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({PortalUnderPath.Provider.class, Portal.Provider.class})
@DisplayName("Every way to a token that the server offers")
class EveryGrantIT {

    /** It is for applications' own accounts, which have no address. */
    private static final String SERVICE_ACCOUNTS = "client_credentials";

    private final PortalUnderPath portal;
    private final AdminConsole admin;
    private final Grants grants;

    EveryGrantIT(PortalUnderPath portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.grants = new Grants(portal);
    }

    @TestFactory
    @DisplayName("is open to people with a confirmed address, and to nobody without")
    Stream<DynamicTest> everyGrant() {
        admin.send("DELETE", "/identity-provider/instances/partner", "");
        grants.install();
        List<DynamicTest> tests = new ArrayList<>();
        for (String type : offered(portal.browser(), portal.address().toString())) {
            if (!type.equals(SERVICE_ACCOUNTS)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                type + " is thought of",
                                () -> assertThat(grants.of(type)).isNotEmpty()));
            }
            grants.of(type)
                    .forEach(
                            (name, deed) ->
                                    tests.add(
                                            DynamicTest.dynamicTest(
                                                    type + ": " + name,
                                                    () -> assertConfirmedOnly(deed))));
        }
        return tests.stream();
    }

    @Test
    @DisplayName("looks at the address when a token is exchanged for another")
    void exchange() {
        grants.install();
        assertConfirmedOnly(grants.of(Grants.EXCHANGE).get("once"));
    }

    @Test
    @DisplayName("is one that was thought of, on a server with Keycloak's defaults")
    void defaults(Portal plain) {
        assertThat(offered(plain.browser(), plain.address().toString()))
                .contains("authorization_code")
                .isSubsetOf(
                        Stream.concat(Stream.of(SERVICE_ACCOUNTS), grants.types().stream())
                                .toList());
    }

    @Test
    @DisplayName("goes on for an application's own account, which has no address")
    void serviceAccounts() {
        grants.install();
        assertThat(grants.token(SERVICE_ACCOUNTS, Grants.CLIENT, Map.of()).html())
                .contains("access_token");
    }

    @Test
    @DisplayName("is open to an administrator who acts for a person, if the address is confirmed")
    void impersonation() {
        grants.install();
        assertThat(impersonate(grants.confirmed()).address()).hasParameter("code");
        Grants.Person person = grants.confirmed();
        admin.people().setEmailVerified(person.id(), false);
        assertThat(impersonate(person).heading()).isEqualTo("Confirm your email");
    }

    private Page impersonate(Grants.Person person) {
        Browserless browser = portal.browser();
        browser.keep(admin.send("POST", "/users/" + person.id() + "/impersonation", "{}"));
        return browser.get(portal.authorization(Grants.CLIENT, "&response_type=code"));
    }

    @Test
    @DisplayName("asks for the code of an address that another identity provider has not confirmed")
    void brokering() {
        grants.install();
        String address = "brokered-" + UUID.randomUUID() + "@example.com";
        try (Council council = new Council(portal, address)) {
            Page profile = council.signIn(Grants.CLIENT);
            Page code =
                    profile.submit(
                            Map.of(
                                    "email", address,
                                    "firstName", "Ann",
                                    "lastName", "Lee",
                                    "professional", "false"));
            assertThat(code.heading()).isEqualTo("Confirm your email");
            Browserless browser = code.browser();
            String silently =
                    portal.authorization(Grants.CLIENT, "&response_type=code&prompt=none");
            assertThat(browser.get(silently).address().toString()).doesNotContain("&code=");
            assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                    .hasParameter("code");
        }
    }

    private void assertConfirmedOnly(Function<Grants.Person, Grants.Request> deed) {
        Page given = deed.apply(grants.confirmed()).send();
        assertThat(given.html() + given.address()).contains("access_token");

        Grants.Person person = grants.confirmed();
        Grants.Request request = deed.apply(person);
        String sessions = admin.people().sessions(person.id());
        int failures = portal.refusedAccounts();
        admin.people().setEmailVerified(person.id(), false);
        Page refused = request.send();
        assertThat(refused.html() + refused.address())
                .doesNotContain("access_token", "id_token", "code=");
        if (refused.html().startsWith("{")) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.html())
                    .contains("\"error\":\"invalid_grant\"", "Account is not fully set up");
            assertThat(portal.refusedAccounts()).isEqualTo(failures + 1);
        } else {
            assertThat(refused.heading()).isEqualTo("Confirm your email");
        }
        assertThat(ids(admin.people().sessions(person.id()))).isEqualTo(ids(sessions));
    }

    private static String ids(String sessions) {
        return sessions.replaceAll("\"lastAccess\":\\d+", "");
    }

    private static List<String> offered(Browserless browser, String server) {
        String metadata =
                browser.get(server + "/realms/portal/.well-known/openid-configuration").html();
        String types = metadata.replaceFirst("(?s).*\"grant_types_supported\":\\[([^]]*)].*", "$1");
        return Stream.of(types.split(",")).map(type -> type.replace("\"", "")).toList();
    }
}
