package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The seal of a code")
class CodeSealTest {

    private static final EmailCode CODE = new EmailCode("12345678");

    private final CodeSeal seal = seal(0);

    private static CodeSeal seal(int keyByte) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) keyByte);
        return new CodeSeal(new SecretKeySpec(key, "HmacSHA256"), "key-" + keyByte);
    }

    private CodeState sealed(String account, String codeId, String address) {
        return new CodeState(
                account,
                codeId,
                address,
                seal.seal("ann", "code-1", "ann@example.com", CODE),
                seal.keyId(),
                Instant.EPOCH,
                0);
    }

    @Test
    @DisplayName("is HMAC-SHA-256 of its parts, each with a zero byte after it")
    void standard() {
        // By Python's hmac, under 32 zero bytes.
        assertThat(seal.hash("kind", "zoe@example.com"))
                .isEqualTo("4bf21a534ba038b404ca73f15b3e21a2727cbab4502d8924509ceede852f6c1b");
        assertThat(seal.hash("\u0175"))
                .isEqualTo("be5cfa12578235136a956acdd8b2ff901ee4c191432cb8590c2bf9a016e1b2a2");
        assertThat(seal.seal("account", "code", "zoe@example.com", CODE))
                .isEqualTo("ba6cbd0ad95b755783a87ae83df7c6c29837eb044af48190729116438e4b6e5d");
        assertThat(seal.limitedSubject("kind", List.of(), "zoe@example.com").key())
                .isEqualTo(seal.hash("kind", "zoe@example.com"));
    }

    @Test
    @DisplayName("names what is counted, and by which limits")
    void subject() {
        List<Limit> limits = List.of(Limit.anHour(5));
        assertThat(seal.limitedSubject("kind", limits, "ann"))
                .matches(subject -> subject.kind().equals("kind"))
                .matches(subject -> subject.limits().equals(limits));
    }

    @Property
    @Label("tells its parts apart: what moves from one to the next makes another seal")
    void parts(@ForAll("names") List<String> some, @ForAll("names") List<String> others) {
        assertThat(hash(some).equals(hash(others))).isEqualTo(some.equals(others));
        assertThat(hash(List.of(String.join("", some)))).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({"ab, c, a, bc", "ab, '', a, b", "'', ab, ab, ''", "a, b, b, a"})
    @DisplayName("is another when a letter moves from one part to the next")
    void moved(String one, String next, String otherOne, String otherNext) {
        assertThat(seal.hash(one, next)).isNotEqualTo(seal.hash(otherOne, otherNext));
    }

    private String hash(List<String> parts) {
        return seal.hash(parts.toArray(String[]::new));
    }

    /** Few letters, so that the same text is often cut in two ways. */
    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(2).list().ofMaxSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "ann, code-1, ann@example.com, 12345678, true",
        "ann, code-1, ann@example.com, 12345679, false",
        "bob, code-1, ann@example.com, 12345678, false",
        "ann, code-2, ann@example.com, 12345678, false",
        "ann, code-1, bob@example.com, 12345678, false"
    })
    @DisplayName("is worth nothing for another account, code or address")
    void matches(String account, String codeId, String address, String digits, boolean matches) {
        assertThat(seal.matches(sealed(account, codeId, address), new EmailCode(digits)))
                .isEqualTo(matches);
    }

    @Test
    @DisplayName("is another under another key, and void")
    void otherKey() {
        CodeState state = sealed("ann", "code-1", "ann@example.com");
        CodeSeal next = seal(1);
        assertThat(seal.isUsedIn(state)).isTrue();
        assertThat(next.isUsedIn(state)).isFalse();
        assertThat(next.matches(state, CODE)).isFalse();
        assertThat(next.hash("ann")).isNotEqualTo(seal.hash("ann"));
    }
}
