package org.childrensportal.keycloak.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The oldest Keycloak on which the portal starts")
class OldestKeycloakTest {

    private final OldestKeycloak oldest = new OldestKeycloak(new PortalVersion());

    @ParameterizedTest
    @ValueSource(strings = {"26.7.3", "26.7.0", "26.6.9", "25.9.9", "26.7.3.redhat-00002"})
    @DisplayName("is newer than these, whose administrator is told what to do")
    void older(String version) {
        assertThatIllegalStateException()
                .isThrownBy(() -> oldest.check(version))
                .withMessageContaining("does not start on Keycloak " + version.substring(0, 6))
                .withMessageContaining("Upgrade Keycloak to 26.7.4 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.7.4", "26.7.5", "26.8.0", "27.0.0.redhat-00001", "unknown"})
    @DisplayName("is none of these")
    void newer(String version) {
        assertThatCode(() -> oldest.check(version)).doesNotThrowAnyException();
    }
}
