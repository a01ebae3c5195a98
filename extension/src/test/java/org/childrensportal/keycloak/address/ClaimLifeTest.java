package org.childrensportal.keycloak.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.childrensportal.keycloak.address.ClaimLife.Becomes;
import org.childrensportal.keycloak.address.ClaimLife.Decision;
import org.childrensportal.keycloak.address.ClaimLife.Refused;
import org.childrensportal.keycloak.address.ClaimLife.SignIn;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is written as address, {@code +} if that is verified, {@code ?} and its claim. */
@DisplayName("The life of a claim")
class ClaimLifeTest {

    private static Addresses account(String text) {
        String[] parts = text.split("\\?", -1);
        String own = parts[0].replace("+", "");
        return new Addresses(own, parts[0].endsWith("+"), parts.length == 1 ? "" : parts[1]);
    }

    private static String text(Addresses account) {
        return account.own().orElse("")
                + (account.verified() ? "+" : "")
                + account.claim().map("?"::concat).orElse("");
    }

    private static String text(Decision decision) {
        return decision instanceof Refused refused
                ? refused.field() + ": " + refused.error().messageKey()
                : text(((Becomes) decision).addresses());
    }

    @ParameterizedTest
    @CsvSource({
        // before, edited, becomes
        "?a, ?a, ?a",
        "?a, ?b, ?b",
        "?a, +?a, a+",
        "?a, +?b, b+",
        "?a, b?a, b",
        "?a, a?a, a",
        "?a, b+?a, b+",
        "?a, b?c, b",
        "?a, '', claimedEmail: portalAddressNeeded",
        "?a, +, claimedEmail: portalAddressNeeded",
        "a, a+, a+",
        "a, b, b",
        "a, a?b, claimedEmail: portalClaimBesideAddress",
        "a, a?a, a?a",
        "a, '', email: portalAddressNeeded",
        "a, ?b, ?b",
        "a?a, a?a, a?a",
        "a?a, a+?a, a+",
        "a?a, b?a, b",
        "a+, a, a",
        "a+, b+, b+",
        "a+, a+?a, a+",
        "a+, a+?b, claimedEmail: portalClaimBesideAddress",
        "a+, +, email: portalAddressNeeded",
        "a+, +?b, b+",
        "a+?b, a+?b, a+",
        "'', +, email: portalNothingToVerify",
        "'', ?a, ?a",
        "'', a, a",
        "+, +, ''"
    })
    @DisplayName("in the hands of an administrator")
    void administrator(String before, String edited, String becomes) {
        assertThat(
                        text(
                                ClaimLife.administratorEdits(
                                        account(before), account(edited), SignIn.BY_ADDRESS_ONLY)))
                .isEqualTo(becomes);
    }

    @ParameterizedTest
    @CsvSource({"?a, '', ''", "a+, +, ''", "a, '', ''", "'', +, email: portalNothingToVerify"})
    @DisplayName("of somebody who signs in by name")
    void byName(String before, String edited, String becomes) {
        assertThat(
                        text(
                                ClaimLife.administratorEdits(
                                        account(before), account(edited), SignIn.BY_NAME)))
                .isEqualTo(becomes);
    }

    @ParameterizedTest
    @CsvSource({"a+, b, b?b", "a+, a+, a+", "?a, b, b?b", "a?a, b, b?b", "a, a, a", "a+, '', ''"})
    @DisplayName("in the hands of its person, who may put right what they typed")
    void person(String before, String edited, String becomes) {
        assertThat(text(ClaimLife.personEdits(account(before), account(edited))))
                .isEqualTo(becomes);
    }

    @ParameterizedTest
    @CsvSource({"?a, a+", "a, a+", "a?a, a+", "a?b, b+", "A@B.test, a@b.test+"})
    @DisplayName("that is proven")
    void proven(String before, String becomes) {
        assertThat(text(ClaimLife.proves(account(before)))).isEqualTo(becomes);
    }

    @ParameterizedTest
    @CsvSource({"a, ?a", "a?a, ?a", "a?b, ?b"})
    @DisplayName("whose address another has proven")
    void lost(String before, String becomes) {
        assertThat(text(ClaimLife.loses(account(before)))).isEqualTo(becomes);
    }

    @Property
    @Label("never leaves anybody without a way on, whatever an administrator does")
    void wayOn(@ForAll("accounts") Addresses before, @ForAll("accounts") Addresses edited) {
        Decision decision = ClaimLife.administratorEdits(before, edited, SignIn.BY_ADDRESS_ONLY);
        if (decision instanceof Becomes becomes) {
            Addresses account = becomes.addresses();
            assertThat(account.hasAny()).isEqualTo(edited.hasAny());
            assertThat(account.hasAny() || !before.hasAny()).isTrue();
            assertThat(account.verified() && account.own().isEmpty()).isFalse();
            assertThat(
                            account.own().isEmpty()
                                    || account.claim().isEmpty()
                                    || account.claim().equals(account.own()))
                    .isTrue();
            assertThat(ClaimLife.administratorEdits(account, account, SignIn.BY_ADDRESS_ONLY))
                    .as("what is left alone stays")
                    .isEqualTo(decision);
        }
    }

    @Provide
    Arbitrary<Addresses> accounts() {
        Arbitrary<Optional<String>> address = Arbitraries.of("a", "b", "c").optional(0.6);
        return Combinators.combine(address, Arbitraries.of(true, false), address)
                .as(Addresses::new);
    }
}
