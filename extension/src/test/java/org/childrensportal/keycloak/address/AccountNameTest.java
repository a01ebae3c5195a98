package org.childrensportal.keycloak.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "u01, ann@example.com, ",
        "u01, , ann@example.com",
        "u01, , ",
        "ann@office.example, ann@example.com, ",
        "pending-review, ann@example.com, ",
        "ann@example.com, ,"
    })
    @DisplayName("is the account's own if it is no address of the account and stands in for none")
    void own(String name, String own, String claim) {
        assertThat(AccountName.isOwn(name, new Addresses(own, true, claim))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann@example.com, ",
        "ann@example.com, , ann@example.com",
        "Ann@Example.com, ann@example.com, ",
        "ann@bücher.example, ann@xn--bcher-kva.example, ",
        "pending-00000000-0000-0000-0000-000000000000, , ann@example.com",
        "account-00000000-0000-0000-0000-000000000000, , ",
    })
    @DisplayName("follows the address if it is the address in any spelling, or stands in for one")
    void follows(String name, String own, String claim) {
        assertThat(AccountName.isOwn(name, new Addresses(own, true, claim))).isFalse();
    }
}
