package org.childrensportal.keycloak.domain.emailcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.limit.ClientNetwork;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;

/**
 * How many codes may be sent and guessed and how many addresses claimed, and for whom that is
 * counted. An address is counted by its mailbox, however it is written. A client is counted by its
 * network. Of what a mailbox has within an hour and a day a network gets half, rounded up, so that
 * no client can use up all of it.
 */
public final class CodeLimits {

    /** Address claims on a mailbox are counted. */
    public static final String ADDRESS_CLAIMS = "claims-on-mailbox";

    /** Address claims on a mailbox by one network are counted. */
    public static final String ADDRESS_CLAIMS_BY_NETWORK = "claims-on-mailbox-by-network";

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Every sign-in with an address tries every account that claims it, so there can only be few.
     */
    private static final int MOST_ADDRESS_CLAIMS = 20;

    private final CodeSettings settings;
    private final CodeSeal seal;

    /** The limits by {@code settings}, of subjects whose names are hashed by {@code seal}. */
    public CodeLimits(CodeSettings settings, CodeSeal seal) {
        this.settings = settings;
        this.seal = seal;
    }

    /**
     * For one code that is sent: the mailbox, the network's share of it, the account, and the
     * network itself if that is limited.
     */
    List<LimitedSubject> ofSend(String account, String address, String client) {
        Limit anHour = Limit.anHour(settings.sendsAnHour());
        Limit aDay = Limit.aDay(settings.sendsADay());
        String mailbox = mailbox(address);
        String network = network(client);
        List<LimitedSubject> subjects = new ArrayList<>();
        subjects.add(
                subject(
                        IssueResult.ADDRESS,
                        List.of(Limit.pause(settings.pause()), anHour, aDay),
                        mailbox));
        subjects.add(
                subject(
                        IssueResult.ADDRESS_BY_NETWORK,
                        List.of(anHour.half(), aDay.half()),
                        mailbox,
                        network));
        subjects.add(ofAccount(account));
        if (settings.sendsAnHourPerClient() > 0) {
            subjects.add(
                    subject(
                            IssueResult.CLIENT,
                            List.of(Limit.anHour(settings.sendsAnHourPerClient())),
                            network));
        }
        return subjects;
    }

    /** An account's codes. No pause: somebody who corrects a mistyped address need not wait. */
    LimitedSubject ofAccount(String account) {
        return subject(
                IssueResult.ACCOUNT,
                List.of(Limit.anHour(settings.sendsAnHour()), Limit.aDay(settings.sendsADay())),
                account);
    }

    /** For one guess: the mailbox, so that no new code, account or session resets the count. */
    List<LimitedSubject> ofGuess(String address, String client) {
        Limit aDay = Limit.aDay(settings.guessesADay());
        return List.of(
                subject(GuessResult.ADDRESS, List.of(aDay), mailbox(address)),
                subject(
                        GuessResult.ADDRESS_BY_NETWORK,
                        List.of(aDay.half()),
                        mailbox(address),
                        network(client)));
    }

    /**
     * For one more account that claims an address: as many within an hour as the mailbox may get
     * codes, and at most 20 at the same time.
     *
     * @param life how long an account stays pending
     */
    public List<LimitedSubject> ofAddressClaim(EmailAddress address, String client, Duration life) {
        Limit anHour = Limit.anHour(settings.sendsAnHour());
        Limit atOnce =
                new Limit(
                        Math.min(settings.sendsADay(), MOST_ADDRESS_CLAIMS),
                        Collections.max(List.of(life, DAY)));
        return List.of(
                subject(ADDRESS_CLAIMS, List.of(anHour, atOnce), address.mailbox()),
                subject(
                        ADDRESS_CLAIMS_BY_NETWORK,
                        List.of(anHour.half(), atOnce.half()),
                        address.mailbox(),
                        network(client)));
    }

    /** The mailbox of an address, or of what an administrator gave an account as one. */
    private static String mailbox(String address) {
        return EmailAddress.read(address)
                .map(EmailAddress::mailbox)
                .orElseGet(() -> address.toLowerCase(Locale.ROOT));
    }

    private static String network(String client) {
        return ClientNetwork.of(client).name();
    }

    private LimitedSubject subject(String kind, List<Limit> limits, String... whose) {
        return seal.limitedSubject(kind, limits, whose);
    }
}
