package org.childrensportal.keycloak.reset;

import java.util.List;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.childrensportal.keycloak.domain.emailcode.CodeSettings;
import org.childrensportal.keycloak.domain.emailcode.PersonLimits;
import org.childrensportal.keycloak.domain.limit.ClientNetwork;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;

/**
 * How many links to choose a new password are mailed: as many as a mailbox gets codes by default.
 * Somebody who asks from a browser that the account has signed in from has a count of their own,
 * which nobody else can use up.
 */
final class ResetLimits {

    private static final Limit PAUSE = Limit.pause(CodeSettings.DEFAULTS.pause());
    private static final Limit AN_HOUR = Limit.anHour(CodeSettings.DEFAULTS.sendsAnHour());
    private static final Limit A_DAY = Limit.aDay(CodeSettings.DEFAULTS.sendsADay());

    /** All browsers together that an account has signed in from get this many times as many. */
    private static final int DEVICES = 4;

    private final CodeSeal seal;

    /**
     * Limits of one realm.
     *
     * @param seal the realm's, for the keyed hashes of the subjects
     */
    ResetLimits(CodeSeal seal) {
        this.seal = seal;
    }

    /** For a link that anybody asks for: one network gets at most half of the mailbox's. */
    List<LimitedSubject> ofStranger(String mailbox, ClientNetwork network) {
        return List.of(
                seal.limitedSubject(
                        PersonLimits.RESET_MAILS, List.of(PAUSE, AN_HOUR, A_DAY), mailbox),
                seal.limitedSubject(
                        "reset-mails-of-network",
                        List.of(AN_HOUR.half(), A_DAY.half()),
                        mailbox,
                        network.name()));
    }

    /** For a link that is asked for from a browser which the account has signed in from. */
    List<LimitedSubject> ofDevice(String account, String device) {
        return List.of(
                seal.limitedSubject(
                        "reset-mails-of-device", List.of(PAUSE, AN_HOUR, A_DAY), account, device),
                seal.limitedSubject(
                        PersonLimits.RESET_MAILS_OF_DEVICES,
                        List.of(
                                Limit.anHour(DEVICES * AN_HOUR.most()),
                                Limit.aDay(DEVICES * A_DAY.most())),
                        account));
    }
}
