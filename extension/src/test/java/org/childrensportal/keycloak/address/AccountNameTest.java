package org.childrensportal.keycloak.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The name of an account that registration made")
class AccountNameTest {

    @Test
    @DisplayName("is recognised")
    void ours() {
        assertThat(AccountName.isPending("pending-" + UUID.randomUUID())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pending-review",
                "pending-",
                "pending-ann@example.com",
                "x-pending-00000000-0000-0000-0000-000000000000"
            })
    @DisplayName("is no name that an administrator would give: that account is never removed")
    void others(String name) {
        assertThat(AccountName.isPending(name)).isFalse();
    }
}
