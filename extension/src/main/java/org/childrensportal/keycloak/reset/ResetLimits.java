package org.childrensportal.keycloak.reset;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.childrensportal.keycloak.domain.emailcode.CodeSettings;
import org.childrensportal.keycloak.domain.limit.ClientNetwork;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;

/**
 * How many links to choose a new password are mailed: as many as a mailbox gets codes by default.
 * Whoever asks from a browser that the account has signed in from has a count of their own, which
 * nobody else can use up.
 */
final class ResetLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int AN_HOUR = CodeSettings.DEFAULTS.sendsAnHour();
    private static final int A_DAY = CodeSettings.DEFAULTS.sendsADay();

    /** All browsers that an account has signed in from get so many times what one gets. */
    private static final int DEVICES = 4;

    private final CodeSeal seal;

    /**
     * @param seal keys the counts
     */
    ResetLimits(CodeSeal seal) {
        this.seal = seal;
    }

    /** For a link that anybody asks for: at most half of the mailbox's for one network. */
    List<LimitedSubject> ofStranger(String mailbox, ClientNetwork network) {
        return List.of(
                subject(Stream.of(pause(), anHour(AN_HOUR), aDay(A_DAY)), "reset-mails", mailbox),
                subject(
                        Stream.of(anHour(half(AN_HOUR)), aDay(half(A_DAY))),
                        "reset-mails-of-network",
                        mailbox,
                        network.name()));
    }

    /** For a link that a browser asks for which the account has signed in from. */
    List<LimitedSubject> ofDevice(String account, String device) {
        return List.of(
                subject(
                        Stream.of(pause(), anHour(AN_HOUR), aDay(A_DAY)),
                        "reset-mails-of-device",
                        account,
                        device),
                subject(
                        Stream.of(anHour(DEVICES * AN_HOUR), aDay(DEVICES * A_DAY)),
                        "reset-mails-of-devices",
                        account));
    }

    private static Limit pause() {
        return new Limit(1, CodeSettings.DEFAULTS.pause());
    }

    private static Limit anHour(int most) {
        return new Limit(most, HOUR);
    }

    private static Limit aDay(int most) {
        return new Limit(most, DAY);
    }

    private static int half(int most) {
        return (most + 1) / 2;
    }

    private LimitedSubject subject(Stream<Limit> limits, String kind, String... whose) {
        return new LimitedSubject(
                kind,
                seal.hash(Stream.concat(Stream.of(kind), Stream.of(whose)).toArray(String[]::new)),
                limits.toList());
    }
}
