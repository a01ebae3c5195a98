package org.childrensportal.keycloak.domain.emailcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;

/** Whose sends and guesses are counted, and how many each may have. */
final class CodeLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final CodeSettings settings;
    private final CodeSeal seal;

    CodeLimits(CodeSettings settings, CodeSeal seal) {
        this.settings = settings;
        this.seal = seal;
    }

    /**
     * For one code from one client: its address, its account, and the client if that is limited.
     */
    List<LimitedSubject> ofSend(String account, String address, String client) {
        Limit anHour = new Limit(settings.sendsAnHour(), HOUR);
        Limit aDay = new Limit(settings.sendsADay(), DAY);
        List<LimitedSubject> subjects = new ArrayList<>();
        subjects.add(
                subject(
                        IssueResult.ADDRESS,
                        address,
                        new Limit(1, settings.pause()),
                        anHour,
                        aDay));
        // No pause: somebody who corrects a mistyped address need not wait.
        subjects.add(subject(IssueResult.ACCOUNT, account, anHour, aDay));
        if (settings.sendsAnHourPerClient() > 0) {
            subjects.add(
                    subject(
                            IssueResult.CLIENT,
                            client,
                            new Limit(settings.sendsAnHourPerClient(), HOUR)));
        }
        return subjects;
    }

    /** For one guess: the address, so that no new code, account or session resets the count. */
    List<LimitedSubject> ofGuess(String address) {
        return List.of(
                subject("guesses-for-address", address, new Limit(settings.guessesADay(), DAY)));
    }

    private LimitedSubject subject(String kind, String value, Limit... limits) {
        return new LimitedSubject(kind, seal.hash(kind, value), List.of(limits));
    }
}
