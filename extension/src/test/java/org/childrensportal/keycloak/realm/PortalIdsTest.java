package org.childrensportal.keycloak.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderFactory;

@DisplayName("What is taken for the portal's in a realm")
class PortalIdsTest {

    private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

    /** Those that no setting of a realm names: of an SPI of our own, and of the admin API. */
    private static final Set<String> NOT_IN_REALMS = Set.of("portal");

    @Test
    @DisplayName("is every provider of the jar with an id of its own, and no other")
    void everyProvider() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> services = Files.list(SERVICES)) {
            for (Path service : services.toList()) {
                for (String factory : Files.readAllLines(service)) {
                    id(factory).ifPresent(ids::add);
                }
            }
        }
        assertThat(ids.stream().filter(id -> id.startsWith("portal")))
                .as("ids in the service files")
                .hasSizeGreaterThan(20)
                .filteredOn(id -> !NOT_IN_REALMS.contains(id))
                .containsExactlyInAnyOrderElementsOf(PortalIds.now());
    }

    private static Optional<String> id(String factory) {
        try {
            return Class.forName(factory).getDeclaredConstructor().newInstance()
                            instanceof ProviderFactory<?> made
                    ? Optional.of(made.getId())
                    : Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(factory, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal-verify-email-code", "portal-sign-in", "portal-password-rules"})
    @DisplayName("also what earlier versions had")
    void ours(String id) {
        assertThat(PortalIds.has(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal-audit", "portal-", "portal", "portal-sign-in-2", "sign-in", ""})
    @DisplayName("not what others call portal-…")
    void others(String id) {
        assertThat(PortalIds.has(id)).isFalse();
    }
}
