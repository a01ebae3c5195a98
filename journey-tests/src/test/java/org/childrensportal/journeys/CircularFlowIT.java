package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A flow that is within itself")
class CircularFlowIT {

    private final Portal portal;

    CircularFlowIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"resetCredentialsFlow", "registrationFlow"})
    @DisplayName("harms nobody but who comes to it: its realm's people sign in, as in any Keycloak")
    void harmsNobody(String binding) {
        String realm = "circular-" + UUID.randomUUID();
        portal.admin()
                .importRealm(
                        """
                        {"realm": "%s", "enabled": true, "%s": "circle", "authenticationFlows": [
                          {"alias": "circle", "providerId": "basic-flow", "topLevel": true,
                           "builtIn": false, "authenticationExecutions": [
                            {"flowAlias": "circle", "authenticatorFlow": true,
                             "requirement": "REQUIRED", "priority": 10}]}],
                         "users": [{"username": "ann", "email": "ann@example.com", "firstName": "Ann",
                          "lastName": "Lee", "emailVerified": true, "enabled": true,
                          "credentials": [{"type": "password", "value": "ann"}]}]}
                        """
                                .formatted(realm, binding));
        try {
            assertThat(
                            portal.browser()
                                    .post(
                                            portal.address()
                                                    + "/realms/"
                                                    + realm
                                                    + "/protocol/openid-connect/token",
                                            Map.of(
                                                    "grant_type", "password",
                                                    "client_id", "admin-cli",
                                                    "username", "ann",
                                                    "password", "ann"))
                                    .status())
                    .isEqualTo(200);
        } finally {
            portal.admin().removeRealm(realm);
        }
    }
}
