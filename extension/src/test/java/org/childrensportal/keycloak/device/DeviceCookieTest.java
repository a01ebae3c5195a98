package org.childrensportal.keycloak.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A browser that an account has signed in from")
class DeviceCookieTest {

    private static final CodeSeal SEAL = seal("one");

    private static CodeSeal seal(String key) {
        return new CodeSeal(
                new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"), key);
    }

    private static DeviceCookie sentAgain(DeviceCookie cookie) {
        return DeviceCookie.read(cookie.value()).orElseThrow();
    }

    @Test
    @DisplayName("is known to that account, and to no other")
    void known() {
        DeviceCookie cookie = sentAgain(DeviceCookie.fresh().signedIn("ann", SEAL));
        assertThat(cookie.isOf("ann", SEAL)).isTrue();
        assertThat(cookie.isOf("ben", SEAL)).isFalse();
        assertThat(cookie.value()).doesNotContain("ann");
    }

    @Test
    @DisplayName("is a stranger's once the realm's key is another")
    void anotherKey() {
        DeviceCookie cookie = DeviceCookie.fresh().signedIn("ann", SEAL);
        assertThat(cookie.isOf("ann", seal("two"))).isFalse();
    }

    @Test
    @DisplayName("cannot be had by putting one browser's mark into another's cookie")
    void planted() {
        DeviceCookie anns = DeviceCookie.fresh().signedIn("ann", SEAL);
        DeviceCookie planted = new DeviceCookie(DeviceCookie.fresh().device(), anns.marks());
        assertThat(planted.isOf("ann", SEAL)).isFalse();
    }

    @Test
    @DisplayName("keeps its name, and the newest five accounts")
    void shared() {
        DeviceCookie cookie = DeviceCookie.fresh();
        String device = cookie.device();
        for (int person : IntStream.range(0, 7).toArray()) {
            cookie = sentAgain(cookie.signedIn("person " + person, SEAL));
        }
        DeviceCookie last = sentAgain(cookie.signedIn("person 3", SEAL));
        assertThat(last.device()).isEqualTo(device);
        assertThat(last.marks()).hasSize(5);
        assertThat(IntStream.range(0, 7).filter(person -> last.isOf("person " + person, SEAL)))
                .containsExactly(2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef.",
                "0123456789abcdef0123456789abcdef.0123",
                "0123456789ABCDEF0123456789abcdef."
                        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    @DisplayName("is no other value")
    void malformed(String value) {
        assertThat(DeviceCookie.read(value)).isEmpty();
    }
}
