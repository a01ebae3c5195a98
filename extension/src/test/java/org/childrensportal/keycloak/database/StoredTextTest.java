package org.childrensportal.keycloak.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A database with utf8mb3 columns")
class StoredTextTest {

    private final StoredText narrow = new StoredText(false);

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "Zoë", "李", "Siân", "\uFFFD"})
    @DisplayName("stores what people are called, with few exceptions")
    void stored(String text) {
        assertThat(narrow.holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00", "A\uD83D\uDE00b", "\uD842\uDFB7野"})
    @DisplayName("stores no emoji and no rare ideographs, which others do")
    void beyond(String text) {
        assertThat(narrow.holds(text)).isFalse();
        assertThat(new StoredText(true).holds(text)).isTrue();
    }
}
