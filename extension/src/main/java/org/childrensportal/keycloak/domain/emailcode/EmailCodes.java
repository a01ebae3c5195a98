package org.childrensportal.keycloak.domain.emailcode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.childrensportal.keycloak.domain.limit.OneCommit;
import org.childrensportal.keycloak.domain.limit.Permit;
import org.childrensportal.keycloak.domain.limit.RateLimitStore;

/**
 * Issues and checks the codes that prove an address. The order of the steps is the security: state
 * is committed before the code leaves, a guess is counted before it is compared, and the code is
 * used up by the one caller that removes it.
 */
public final class EmailCodes {

    /** At TRACE the log shows every guess that was really compared. */
    private static final System.Logger LOG = System.getLogger(EmailCodes.class.getName());

    private final CodeStore store;
    private final RateLimitStore permits;
    private final OneCommit commit;
    private final CodeSeal seal;
    private final CodeSettings settings;
    private final Clock clock;
    private final IntUnaryOperator random;

    /**
     * @param commit of what {@code store} and {@code permits} write
     * @param random a number from 0 to its argument, exclusive, that nobody can predict: {@code new
     *     SecureRandom()::nextInt}
     */
    public EmailCodes(
            CodeStore store,
            RateLimitStore permits,
            OneCommit commit,
            CodeSeal seal,
            CodeSettings settings,
            Clock clock,
            IntUnaryOperator random) {
        this.store = store;
        this.permits = permits;
        this.commit = commit;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** The newest code of the account, if it can still be entered for {@code address}. */
    public Optional<CodeState> live(String account, String address) {
        return live(store.find(account), address);
    }

    /** The same as {@link CodeStore#seen}: for a request that has changed nothing yet. */
    public Optional<CodeState> seen(String account, String address) {
        return live(store.seen(account), address);
    }

    private Optional<CodeState> live(Optional<CodeState> newest, String address) {
        Instant now = clock.instant();
        return newest.filter(seal::isUsedIn)
                .filter(state -> state.isLive(address, settings.guesses(), now));
    }

    /**
     * Issues a new code for {@code address}, unless a limit forbids it. The permit and the code are
     * committed when this method returns, so that the mail goes out last.
     *
     * @param client the address that the request came from
     */
    public IssueResult issue(String account, String address, String client) {
        return commit.of(() -> permitAndCode(account, address, client));
    }

    private IssueResult permitAndCode(String account, String address, String client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Permit permit = permits.request(limits().ofSend(account, address, client), now);
        if (permit instanceof Permit.Refused refused) {
            return new IssueResult.TooSoon(refused.subject().kind(), refused.next());
        }
        String permitId = ((Permit.Granted) permit).id();
        EmailCode code = new EmailCode("%08d".formatted(random.applyAsInt(EmailCode.RANGE)));
        String codeId = UUID.randomUUID().toString();
        CodeState next =
                new CodeState(
                        account,
                        codeId,
                        address,
                        seal.seal(account, codeId, address, code),
                        seal.keyId(),
                        now.plus(settings.life()),
                        0);
        if (replace(next)) {
            return new IssueResult.Issued(code, next, permitId);
        }
        // Another request has issued a code for this account at this moment: that one is the
        // newest.
        permits.giveBack(permitId);
        return new IssueResult.TooSoon(IssueResult.ADDRESS, now.plus(settings.pause()));
    }

    /** Writes the account's newest code; an expired one may be removed at this moment. */
    private boolean replace(CodeState next) {
        Optional<String> previous = store.find(next.account()).map(CodeState::codeId);
        return store.replace(previous, next)
                || store.find(next.account()).isEmpty() && store.replace(Optional.empty(), next);
    }

    /**
     * Takes back a code whose mail certainly was not sent: it is void, and its permit is given
     * back.
     */
    public void notSent(IssueResult.Issued issued) {
        CodeState state = issued.state();
        CodeState voided =
                new CodeState(
                        state.account(),
                        UUID.randomUUID().toString(),
                        state.address(),
                        "",
                        state.keyId(),
                        state.expires(),
                        0);
        store.replace(Optional.of(state.codeId()), voided);
        permits.giveBack(issued.permitId());
    }

    private CodeLimits limits() {
        return new CodeLimits(settings, seal);
    }

    /**
     * Compares {@code typed} with the account's newest code.
     *
     * @param client the address that the request came from
     */
    public GuessResult guess(String account, String address, String client, EmailCode typed) {
        Instant now = clock.instant();
        Optional<CodeState> found =
                store.find(account)
                        .filter(seal::isUsedIn)
                        .filter(state -> state.isFor(address) && now.isBefore(state.expires()));
        if (found.isEmpty()) {
            return new GuessResult.Ended();
        }
        CodeState state = found.get();
        // Counted first, in a transaction of its own: parallel guesses cannot exceed the limit.
        Optional<GuessResult> refusal = commit.of(() -> count(state, address, client, now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LOG.log(System.Logger.Level.TRACE, "Compared a guess with code {0}", state.codeId());
        if (!seal.matches(state, typed)) {
            return new GuessResult.Wrong(
                    guessesLeft(account, state), permits.count(limits().ofAccount(account), now));
        }
        // One caller only uses the code up: the same right code sent twice confirms once.
        return store.consume(state)
                ? new GuessResult.Right(age(state, now))
                : new GuessResult.Ended();
    }

    /** How long ago the code was made; zero where an administrator has made codes live longer. */
    private Duration age(CodeState state, Instant now) {
        Duration age = Duration.between(state.expires().minus(settings.life()), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Counts a guess, and says why it is not to be compared, if so. */
    private Optional<GuessResult> count(
            CodeState state, String address, String client, Instant now) {
        if (!store.countGuess(state.account(), state.codeId(), settings.guesses())) {
            return Optional.of(whyNoGuess(state.account(), state));
        }
        // Counted for the address as well, which no new code resets.
        return permits.request(limits().ofGuess(address, client), now)
                        instanceof Permit.Refused refused
                ? Optional.of(
                        new GuessResult.TooManyGuessesForAddress(
                                refused.subject().kind(), refused.next()))
                : Optional.empty();
    }

    private GuessResult whyNoGuess(String account, CodeState state) {
        boolean stillNewest =
                store.find(account).filter(now -> now.codeId().equals(state.codeId())).isPresent();
        return stillNewest ? new GuessResult.TooManyGuesses() : new GuessResult.Ended();
    }

    private int guessesLeft(String account, CodeState state) {
        int used =
                store.find(account)
                        .filter(now -> now.codeId().equals(state.codeId()))
                        .map(CodeState::guesses)
                        .orElse(settings.guesses());
        return Math.max(0, settings.guesses() - used);
    }
}
