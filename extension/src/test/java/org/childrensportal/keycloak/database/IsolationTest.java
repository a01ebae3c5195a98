package org.childrensportal.keycloak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("How the database keeps transactions apart")
class IsolationTest {

    @ParameterizedTest
    @ValueSource(
            ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    @DisplayName("is warned of where a transaction doesn't see what others commit meanwhile")
    void unfit(int level) {
        assertThat(Isolation.warning(level)).get().asString().contains("docs/databases.md");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {Connection.TRANSACTION_READ_UNCOMMITTED, Connection.TRANSACTION_READ_COMMITTED})
    @DisplayName("is fine where it does")
    void fit(int level) {
        assertThat(Isolation.warning(level)).isEmpty();
    }
}
