package org.childrensportal.keycloak.domain.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The addresses of an account")
class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "own@example.test, true, , own@example.test, true, true",
        "own@example.test, false, , own@example.test, false, true",
        "own@example.test, true, new@example.test, new@example.test, true, true",
        "own@example.test, false, new@example.test, new@example.test, false, true",
        ", true, new@example.test, new@example.test, false, true",
        ", true, , , false, false",
        ", false, , , false, false",
        "' ', true, ' ', , false, false",
        "'', true, new@example.test, new@example.test, false, true"
    })
    @DisplayName("say which of them is to be proven, and whether the account's own one is")
    void addresses(
            String own,
            boolean verified,
            String claim,
            String toProve,
            boolean proven,
            boolean any) {
        Addresses account = new Addresses(own, verified, claim);
        assertThat(account.toProve()).isEqualTo(Optional.ofNullable(toProve));
        assertThat(account.isProven()).isEqualTo(proven);
        assertThat(account.hasAny()).isEqualTo(any);
    }

    @Test
    @DisplayName("stay the account's own when it claims none any more")
    void withoutClaim() {
        assertThat(new Addresses("own@example.test", true, "new@example.test").withoutClaim())
                .isEqualTo(new Addresses("own@example.test", true, null));
        assertThat(new Addresses(null, false, "new@example.test").withoutClaim())
                .isEqualTo(Addresses.NONE);
    }
}
