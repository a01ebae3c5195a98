package org.childrensportal.keycloak.domain.emailcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.limit.ClientNetwork;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;

/**
 * Whose sends, guesses and claims are counted, and how many each may have. An address is counted by
 * its mailbox, however it is written. A client is counted by its network, which gets half of what a
 * mailbox has within an hour and a day, rounded up, so that no client can use up all of it.
 */
public final class CodeLimits {

    /** Claims on a mailbox are counted. */
    public static final String CLAIMS = "claims-on-mailbox";

    /** Claims on a mailbox by one network are counted. */
    public static final String CLAIMS_BY_NETWORK = "claims-on-mailbox-by-network";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Each sign-in with an address looks at every account that claims it, so they are few. */
    private static final int MOST_CLAIMS = 20;

    private final CodeSettings settings;
    private final CodeSeal seal;

    /** The limits by {@code settings}, of subjects whose names are hashed by {@code seal}. */
    public CodeLimits(CodeSettings settings, CodeSeal seal) {
        this.settings = settings;
        this.seal = seal;
    }

    /**
     * For one code from one client: its mailbox, the network's share of that, its account, and the
     * network if that is limited.
     */
    List<LimitedSubject> ofSend(String account, String address, String client) {
        Limit anHour = sendsAnHour();
        Limit aDay = sendsADay();
        String mailbox = mailbox(address);
        String network = network(client);
        List<LimitedSubject> subjects = new ArrayList<>();
        subjects.add(
                subject(
                        IssueResult.ADDRESS,
                        List.of(new Limit(1, settings.pause()), anHour, aDay),
                        mailbox));
        subjects.add(
                subject(
                        IssueResult.ADDRESS_BY_NETWORK,
                        List.of(half(anHour), half(aDay)),
                        mailbox,
                        network));
        subjects.add(ofAccount(account));
        if (settings.sendsAnHourPerClient() > 0) {
            subjects.add(
                    subject(
                            IssueResult.CLIENT,
                            List.of(new Limit(settings.sendsAnHourPerClient(), HOUR)),
                            network));
        }
        return subjects;
    }

    /** An account's codes. No pause: somebody who corrects a mistyped address need not wait. */
    LimitedSubject ofAccount(String account) {
        return subject(IssueResult.ACCOUNT, List.of(sendsAnHour(), sendsADay()), account);
    }

    private Limit sendsAnHour() {
        return new Limit(settings.sendsAnHour(), HOUR);
    }

    private Limit sendsADay() {
        return new Limit(settings.sendsADay(), DAY);
    }

    /** For one guess: the mailbox, so that no new code, account or session resets the count. */
    List<LimitedSubject> ofGuess(String address, String client) {
        Limit aDay = new Limit(settings.guessesADay(), DAY);
        return List.of(
                subject(GuessResult.ADDRESS, List.of(aDay), mailbox(address)),
                subject(
                        GuessResult.ADDRESS_BY_NETWORK,
                        List.of(half(aDay)),
                        mailbox(address),
                        network(client)));
    }

    /**
     * For one account that is to claim an address: as many within an hour as the mailbox may get
     * codes, and at most 20 at the same time.
     *
     * @param life how long an account stays that nobody confirms
     */
    public List<LimitedSubject> ofClaim(EmailAddress address, String client, Duration life) {
        Limit anHour = sendsAnHour();
        Limit atOnce =
                new Limit(
                        Math.min(settings.sendsADay(), MOST_CLAIMS),
                        life.compareTo(DAY) > 0 ? life : DAY);
        return List.of(
                subject(CLAIMS, List.of(anHour, atOnce), address.mailbox()),
                subject(
                        CLAIMS_BY_NETWORK,
                        List.of(half(anHour), half(atOnce)),
                        address.mailbox(),
                        network(client)));
    }

    private static Limit half(Limit whole) {
        return new Limit((whole.most() + 1) / 2, whole.window());
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

    private LimitedSubject subject(String kind, List<Limit> limits, String... names) {
        String[] parts = new String[names.length + 1];
        parts[0] = kind;
        System.arraycopy(names, 0, parts, 1, names.length);
        return new LimitedSubject(kind, seal.hash(parts), limits);
    }
}
