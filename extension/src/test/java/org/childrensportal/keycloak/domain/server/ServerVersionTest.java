package org.childrensportal.keycloak.domain.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The version of a server")
class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "26.7.4, 26.7.4",
        "26.7.10, 26.7.10",
        "26.8.0, 26.8.0",
        "27.0.0.redhat-00001, 27.0.0",
        "999.0.0-SNAPSHOT, 999.0.0",
        "26.7.5+council.3, 26.7.5"
    })
    @DisplayName("is what its text begins with")
    void read(String text, String version) {
        assertThat(ServerVersion.read(text)).map(ServerVersion::toString).contains(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UNKNOWN",
                "26",
                "26.7",
                "26.7.x",
                "26.7.4x",
                "v26.7.4",
                "2147483648000.0.0"
            })
    @DisplayName("is none if there is none in it")
    void none(String text) {
        assertThat(ServerVersion.read(text)).isEmpty();
    }

    @Test
    @DisplayName("is compared number by number")
    void order() {
        assertThat(
                        Stream.of("26.10.0", "26.7.10", "27.0.0", "26.7.9", "9.99.99", "26.8.1")
                                .map(text -> ServerVersion.read(text).orElseThrow())
                                .sorted()
                                .map(ServerVersion::toString))
                .containsExactly("9.99.99", "26.7.9", "26.7.10", "26.8.1", "26.10.0", "27.0.0");
    }
}
