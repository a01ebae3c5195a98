package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.childrensportal.keycloak.domain.emailcode.EmailCodes;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventType;

/** Issues a code and mails it, and says what came of it. */
final class CodeSending {

    private static final String MAILS_IN_PROGRESS = "mails-in-progress";

    private final Clock clock;

    /** How many mails this node sends at the moment: a slow mail server must not use up threads. */
    private final AtomicInteger inProgress = new AtomicInteger();

    private final LastMail lastMail = new LastMail();

    CodeSending(Clock clock) {
        this.clock = clock;
    }

    /**
     * Sends a new code.
     *
     * @param successKey the message to show when it is sent, if any
     */
    Response send(RequiredActionContext context, EmailCodes codes, Optional<String> successKey) {
        try {
            if (inProgress.incrementAndGet()
                    > CodeSettingsConfig.mailsInProgress(context.getConfig())) {
                refused(context, MAILS_IN_PROGRESS);
                return fault(context, codes, "portalMailSlow");
            }
            return issueAndMail(context, codes, successKey);
        } finally {
            inProgress.decrementAndGet();
        }
    }

    private Response issueAndMail(
            RequiredActionContext context, EmailCodes codes, Optional<String> successKey) {
        String address = new CodePage(context).claimedAddress();
        IssueResult result =
                codes.issue(
                        context.getUser().getId(),
                        address,
                        context.getConnection().getRemoteHost());
        if (result instanceof IssueResult.TooSoon tooSoon) {
            refused(context, tooSoon.limited());
            return tooSoon(context, codes, tooSoon);
        }
        IssueResult.Issued issued = (IssueResult.Issued) result;
        CodePage page = new CodePage(context);
        // The code and its count are committed: whatever happens to the mail, no limit is passed.
        return switch (new CodeMail(context, lastMail).send(issued)) {
            case SENT ->
                    successKey
                            .map(key -> page.success(Optional.of(issued.state()), key))
                            .orElseGet(() -> page.plain(Optional.of(issued.state())));
            case UNKNOWN -> page.fault(Optional.of(issued.state()), "portalMailLate", address);
            case NOT_SENT -> {
                codes.notSent(issued);
                yield page.fault(Optional.empty(), "portalMailFailed");
            }
            case ADDRESS_REFUSED -> {
                codes.notSent(issued);
                yield page.fault(Optional.empty(), "portalAddressRefused", address);
            }
        };
    }

    private Response tooSoon(
            RequiredActionContext context, EmailCodes codes, IssueResult.TooSoon tooSoon) {
        long seconds = CodePage.secondsUntil(tooSoon.next(), clock.instant());
        if (seconds <= CodeSettingsConfig.settings(context.getConfig()).pause().toSeconds()) {
            return fault(context, codes, "portalTooSoon", seconds);
        }
        String key =
                tooSoon.limited().equals(IssueResult.CLIENT)
                        ? "portalTooManySendsFromNetwork"
                        : "portalTooManySends";
        return fault(context, codes, key, when(context, tooSoon.next()));
    }

    private static Response fault(
            RequiredActionContext context, EmailCodes codes, String key, Object... parameters) {
        CodePage page = new CodePage(context);
        var live = codes.live(context.getUser().getId(), page.claimedAddress());
        return page.fault(live, key, parameters);
    }

    private static String when(RequiredActionContext context, Instant moment) {
        return EndTime.of(context, moment, CodeSettingsConfig.timeZone(context.getConfig()));
    }

    private static void refused(RequiredActionContext context, String why) {
        CodeEvent.of(context, EventType.SEND_VERIFY_EMAIL)
                .error("portal_send_refused_" + why.replace('-', '_'));
    }
}
