package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.domain.limit.Permit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeLimitsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final ListRateLimitStore permits = new ListRateLimitStore();
    private final CodeLimits limits =
            new CodeLimits(
                    CodeSettings.DEFAULTS,
                    new CodeSeal(new SecretKeySpec(new byte[32], "HmacSHA256"), "key"));

    private Permit claim(String address, String client, Instant now, Duration life) {
        return permits.request(
                limits.ofAddressClaim(EmailAddress.read(address).orElseThrow(), client, life), now);
    }

    private int claims(Duration life, int hours) {
        int granted = 0;
        for (int minute = 0; minute < hours * 60; minute += 10) {
            Instant now = Instant.EPOCH.plus(Duration.ofMinutes(minute));
            String address = "zoe+" + minute + "@example.com";
            granted +=
                    claim(address, "192.0.2." + minute, now, life) instanceof Permit.Granted
                            ? 1
                            : 0;
        }
        return granted;
    }

    @Test
    void aMailboxIsClaimedFiveTimesAnHourWhateverItsTag() {
        assertThat(claims(DAY, 1)).isEqualTo(5);
    }

    @Test
    void aMailboxIsClaimedTwentyTimesWithinTheLifeOfAnAccountThatNobodyConfirms() {
        assertThat(claims(Duration.ofHours(1), 24)).isEqualTo(20);
        assertThat(claims(Duration.ofDays(30), 24)).as("of thirty days none is left").isZero();
    }

    @Test
    void oneNetworkHasHalfOfTheClaimsAndTheOtherHalfIsLeftToOthers() {
        for (int claim = 0; claim < 3; claim++) {
            assertThat(claim("zoe@example.com", "192.0.2.1", Instant.EPOCH, DAY))
                    .isInstanceOf(Permit.Granted.class);
        }
        assertThat(claim("zoe@example.com", "192.0.2.1", Instant.EPOCH, DAY))
                .isInstanceOfSatisfying(
                        Permit.Refused.class,
                        refused -> {
                            assertThat(refused.subject().kind())
                                    .isEqualTo(CodeLimits.ADDRESS_CLAIMS_BY_NETWORK);
                            assertThat(refused.next())
                                    .isEqualTo(Instant.EPOCH.plus(Duration.ofHours(1)));
                        });
        assertThat(claim("zoe@example.com", "192.0.2.2", Instant.EPOCH, DAY))
                .isInstanceOf(Permit.Granted.class);
    }

    @Test
    void aClaimIsRememberedAsLongAsTheLongestLimitLooksBack() {
        List<LimitedSubject> subjects =
                limits.ofAddressClaim(
                        EmailAddress.read("zoe@example.com").orElseThrow(),
                        "192.0.2.1",
                        Duration.ofHours(720));
        assertThat(subjects).allMatch(subject -> subject.memory().equals(Duration.ofHours(720)));
    }

    @ParameterizedTest
    @CsvSource({"1, 24", "24, 24", "25, 25", "720, 720"})
    void claimsAreCountedForADayOrForTheLifeOfAPendingAccountIfThatIsLonger(int life, int hours) {
        assertThat(
                        limits.ofAddressClaim(
                                EmailAddress.read("zoe@example.com").orElseThrow(),
                                "192.0.2.1",
                                Duration.ofHours(life)))
                .allMatch(subject -> subject.memory().equals(Duration.ofHours(hours)));
    }

    @Test
    void whatAnAdministratorGaveAnAccountAsAnAddressIsCountedWhateverItsCase() {
        assertThat(limits.ofGuess("Not An Address", "192.0.2.1"))
                .isEqualTo(limits.ofGuess("not an address", "192.0.2.1"))
                .isNotEqualTo(limits.ofGuess("another", "192.0.2.1"))
                .isNotEqualTo(limits.ofGuess("", "192.0.2.1"));
    }
}
