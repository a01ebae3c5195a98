package org.childrensportal.keycloak.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A client is counted by its network:")
class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.7, 192.0.2.7, true",
        "::ffff:c000:207, 192.0.2.7, true",
        "fe80::1%eth0, fe80::2, true",
        "unknown, unknown, true",
        "not:an:address, not:an:address, true",
        "1:2:3, 1:2:3, true",
        "1:2:3, 1:2:4, false",
        "%1:2, 127.0.0.1, false",
        "%1:2, %1:2, true",
        "' 192.0.2.7 ', 192.0.2.7, true",
        "not:an:address, another:one, false"
    })
    @DisplayName("an IPv4 address alone, IPv6 addresses with the first 64 bits in common together")
    void network(String one, String another, boolean together) {
        assertThat(ClientNetwork.of(one).equals(ClientNetwork.of(another))).isEqualTo(together);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::1, 20010db800010002",
        "::ffff:192.0.2.7, 192.0.2.7",
        "fe80::1%eth0, fe80000000000000",
        "Not:an:Address, not:an:address",
        "a:b%C, a:b%c",
        "::1::2%z, ::1::2%z"
    })
    @DisplayName("what it is called")
    void name(String address, String name) {
        assertThat(ClientNetwork.of(address).name()).isEqualTo(name);
    }
}
