package org.childrensportal.keycloak.domain.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.utils.EmailValidationUtil;

@DisplayName("An email address")
class EmailAddressTest {

    /** What may come along unseen, before, after and between. */
    private static final String UNSEEN = "\u200B\u200E\u2060\uFEFF\u00AD";

    private static final String BLANK = " \t\u00A0\u2007\u3000\u2028" + UNSEEN;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "owner@example.test, owner@example.test",
                "OWNER@Example.TEST, owner@example.test",
                "owner@exａmple.test, owner@example.test",
                "owner@example。test, owner@example.test",
                "owner@example．test, owner@example.test",
                "owner@exam\u00ADple.test, owner@example.test",
                "`\"owner\"@example.test`, owner@example.test",
                "`\"ow\\ner\"@example.test`, owner@example.test",
                "`\"first\".last@example.test`, first.last@example.test",
                "`\"first.last\"@example.test`, first.last@example.test",
                "owner+tag@example.test, owner+tag@example.test",
                "ow\u200Bner@example.test, owner@example.test",
                "ann@münchen.example, ann@xn--mnchen-3ya.example",
                "ann@MÜNCHEN.example, ann@xn--mnchen-3ya.example",
                "ann@mu\u0308nchen.example, ann@xn--mnchen-3ya.example",
                "ann@XN--MNCHEN-3YA.example, ann@xn--mnchen-3ya.example",
                "zoe\u0308@example.test, zo\u00EB@example.test"
            })
    @DisplayName("has one form, however it is spelt")
    void oneForm(String typed, String text) {
        assertThat(EmailAddress.read(typed)).map(EmailAddress::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ann",
                "@example.test",
                "ann@",
                "ann@.test",
                "ann@example..test",
                "ann@example.test.",
                "ann@-example.test",
                "ann@exam_ple.test",
                "ann@exam ple.test",
                "ann lee@example.test",
                "ann\u00A0lee@example.test",
                "ann@example.test\r\nBcc: bob@example.test",
                "\"ann\r\nBcc: bob\"@example.test",
                ".ann@example.test",
                "ann.@example.test",
                "ann..lee@example.test",
                "\"ann@example.test",
                "\"\"@example.test",
                "\"first last\"@example.test",
                "\"owner \"@example.test",
                "\"owner@example.test\"@example.test",
                "owner%example.test@example.test",
                "example.test!owner@example.test",
                "ann@[192.0.2.1]",
                "ann@[IPv6:2001:db8::1]",
                "ann@straße.example",
                "ann@\uD800.example",
                "a\uD800nn@example.test"
            })
    @DisplayName("is not read from what is none, or could mean two")
    void none(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 255})
    @DisplayName("has at most 254 octets, 64 of them before the at sign")
    void length(int octets) {
        String domain = "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(57) + ".test";
        String local = "a".repeat(octets - 1 - domain.length());
        assertThat(local.length()).isLessThanOrEqualTo(64);
        assertThat(EmailAddress.read(local + "@" + domain).isPresent()).isEqualTo(octets <= 254);
        assertThat(EmailAddress.read("a".repeat(64) + "@example.test")).isPresent();
        assertThat(EmailAddress.read("a".repeat(65) + "@example.test")).isEmpty();
        assertThat(EmailAddress.read("ë".repeat(33) + "@example.test")).isEmpty();
    }

    @Test
    @DisplayName("is read from at most 1,000 characters, most of which cannot be an address")
    void longestTyped() {
        String address = "a@example.test";
        assertThat(EmailAddress.read(address + " ".repeat(1_000 - address.length()))).isPresent();
        assertThat(EmailAddress.read(address + " ".repeat(1_001 - address.length()))).isEmpty();
        assertThat(EmailAddress.read(null)).isEmpty();
    }

    @Test
    @DisplayName("is another if its text is, and the same if it is not")
    void same() {
        EmailAddress ann = EmailAddress.read("ann@example.test").orElseThrow();
        assertThat(EmailAddress.read("ANN@example.test"))
                .contains(ann)
                .hasToString("Optional[ann@example.test]");
        assertThat(EmailAddress.read("ANN@example.test"))
                .map(EmailAddress::hashCode)
                .contains(ann.hashCode());
        assertThat(EmailAddress.read("bob@example.test"))
                .isPresent()
                .isNotEqualTo(Optional.of(ann));
        assertThat(EmailAddress.read("bob@example.test"))
                .map(EmailAddress::hashCode)
                .isPresent()
                .isNotEqualTo(Optional.of(ann.hashCode()));
        assertThat(ann).isNotEqualTo("ann@example.test");
    }

    @ParameterizedTest
    @CsvSource({
        "bomb+x@example.test, bomb@example.test",
        "bomb+x+y@example.test, bomb@example.test",
        "+x@example.test, +x@example.test",
        "bomb@example.test, bomb@example.test"
    })
    @DisplayName("reaches one mailbox, whatever tag it has")
    void mailbox(String typed, String mailbox) {
        assertThat(EmailAddress.read(typed)).map(EmailAddress::mailbox).contains(mailbox);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@xn--mnchen-3ya.example, ann@münchen.example",
        "ann@example.test, ann@example.test"
    })
    @DisplayName("is shown in the letters of its domain")
    void display(String typed, String shown) {
        assertThat(EmailAddress.read(typed)).map(EmailAddress::display).contains(shown);
    }

    @Tag("many-tries")
    @Property(tries = 20_000)
    @Label("is read from its own form as it is, whatever Keycloak lets through")
    boolean idempotent(@ForAll("texts") String typed) {
        return !EmailValidationUtil.isValidEmail(typed)
                || EmailAddress.read(typed)
                        .map(
                                address ->
                                        EmailAddress.read(address.text())
                                                        .equals(Optional.of(address))
                                                && isWithinLimits(address.text()))
                        .orElse(true);
    }

    @Tag("many-tries")
    @Property(tries = 20_000)
    @Label("has one mailbox for every spelling that Keycloak lets through")
    boolean oneMailbox(@ForAll("spellings") String spelling) {
        return !EmailValidationUtil.isValidEmail(spelling)
                || EmailAddress.read(spelling)
                        .filter(address -> address.mailbox().equals("bomb.ann@example.test"))
                        .isPresent();
    }

    @Property
    @Label("is the same with whatever cannot be seen around it")
    boolean around(@ForAll("blank") String before, @ForAll("blank") String after) {
        return EmailAddress.read(before + "bomb@example.test" + after)
                .equals(EmailAddress.read("bomb@example.test"));
    }

    private static boolean isWithinLimits(String address) {
        return address.getBytes(StandardCharsets.UTF_8).length <= EmailAddress.LONGEST;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> part =
                Arbitraries.strings()
                        .withChars("aAbZ0.-+_\"\\ @eË\u0308ßİΣ。．ａ\uFF0D\u00A0" + UNSEEN)
                        .ofMinLength(1)
                        .ofMaxLength(12);
        return Combinators.combine(part, part).as((local, domain) -> local + "@" + domain);
    }

    @Provide
    Arbitrary<String> blank() {
        return Arbitraries.strings().withChars(BLANK).ofMaxLength(5);
    }

    @Provide
    Arbitrary<String> spellings() {
        Arbitrary<UnaryOperator<String>> locals =
                Arbitraries.of(
                        List.of(
                                UnaryOperator.identity(),
                                text -> text.toUpperCase(Locale.ROOT),
                                text -> "\"" + text + "\"",
                                text -> text.replace("bomb", "\"bomb\""),
                                text -> text + "+tag",
                                text -> "\"" + text + "+tag\"",
                                text -> text.replace("m", "m\u200B")));
        Arbitrary<UnaryOperator<String>> domains =
                Arbitraries.of(
                        List.of(
                                UnaryOperator.identity(),
                                text -> text.toUpperCase(Locale.ROOT),
                                text -> text.replace('a', 'ａ'),
                                text -> text.replace('E', 'Ｅ').replace('e', 'ｅ'),
                                text -> text.replace('.', '。'),
                                text -> text.replace('.', '．'),
                                text -> text.replace('.', '｡'),
                                text -> text.replace("m", "m\u00AD"),
                                text -> Normalizer.normalize(text, Normalizer.Form.NFD)));
        return Combinators.combine(blank(), locals, locals, domains, domains, blank())
                .as(
                        (before, local, local2, domain, domain2, after) ->
                                before
                                        + local2.apply(local.apply("bomb.ann"))
                                        + "@"
                                        + domain2.apply(domain.apply("example.test"))
                                        + after);
    }
}
