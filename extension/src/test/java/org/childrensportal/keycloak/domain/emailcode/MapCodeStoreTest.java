package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The store of the tests keeps the contract of the real one")
class MapCodeStoreTest {

    private final MapCodeStore store = new MapCodeStore();

    private static CodeState code(String id) {
        return new CodeState("ann", id, "ann@example.com", "seal", "key", Instant.EPOCH, 0);
    }

    @Test
    @DisplayName("a code that was replaced is not used up, and the newer one stays")
    void replaced() {
        store.replace(Optional.empty(), code("old"));
        store.replace(Optional.of("old"), code("new"));
        assertThat(store.consume(code("old"))).isFalse();
        assertThat(store.find("ann")).contains(code("new"));
    }

    @Test
    @DisplayName("a code is used up once")
    void once() {
        store.replace(Optional.empty(), code("only"));
        assertThat(store.consume(code("only"))).isTrue();
        assertThat(store.find("ann")).isEmpty();
        assertThat(store.consume(code("only"))).isFalse();
    }
}
