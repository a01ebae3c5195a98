package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.childrensportal.keycloak.domain.emailcode.EmailCodes;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventType;
import org.keycloak.models.utils.FormMessage;

/** Issues a code and mails it, and says what came of it. */
final class CodeSending {

    private static final String MAILS_IN_PROGRESS = "mails-in-progress";

    private final Clock clock;
    private final MailsInProgress inProgress = new MailsInProgress();

    CodeSending(Clock clock) {
        this.clock = clock;
    }

    /** Sends a new code: the first that this session asks for, or another. */
    Response send(RequiredActionContext context, EmailCodes codes) {
        String realm = context.getRealm().getId();
        new CodeJourney(context.getAuthenticationSession()).forgetRefusal();
        if (!inProgress.begin(realm, CodeSettingsConfig.mailsInProgress(context.getConfig()))) {
            refused(context, MAILS_IN_PROGRESS);
            return fault(context, codes, "portalMailSlow");
        }
        try {
            return issueAndMail(context, codes);
        } finally {
            inProgress.end(realm);
        }
    }

    private Response issueAndMail(RequiredActionContext context, EmailCodes codes) {
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
        return switch (new CodeMail(context).send(issued)) {
            case SENT -> sent(context, issued);
            case UNKNOWN -> {
                new CodeJourney(context.getAuthenticationSession()).sendTo(address);
                yield page.fault(
                        Optional.of(issued.state()), "portalMailLate", page.displayedAddress());
            }
            case NOT_SENT -> {
                codes.notSent(issued);
                yield page.fault(Optional.empty(), "portalMailFailed");
            }
            case ADDRESS_REFUSED -> {
                codes.notSent(issued);
                yield page.fault(Optional.empty(), "portalAddressRefused", page.displayedAddress());
            }
        };
    }

    private static Response sent(RequiredActionContext context, IssueResult.Issued issued) {
        CodeJourney journey = new CodeJourney(context.getAuthenticationSession());
        CodePage page = new CodePage(context);
        String address = issued.state().address();
        boolean another = journey.wasSentTo(address);
        journey.sendTo(address);
        return another
                ? page.success(Optional.of(issued.state()), "portalCodeSent")
                : page.plain(Optional.of(issued.state()));
    }

    /** Nobody is at fault who has not been sent a code yet: the page only says when it comes. */
    private Response tooSoon(
            RequiredActionContext context, EmailCodes codes, IssueResult.TooSoon tooSoon) {
        CodeJourney journey = new CodeJourney(context.getAuthenticationSession());
        CodePage page = new CodePage(context);
        if (!journey.wasSentTo(page.claimedAddress())) {
            journey.refuse(tooSoon);
            return page.notSentYet();
        }
        FormMessage message = new SendRefusal(context, clock, tooSoon).ofAnother();
        return fault(context, codes, message.getMessage(), message.getParameters());
    }

    private static Response fault(
            RequiredActionContext context, EmailCodes codes, String key, Object... parameters) {
        CodePage page = new CodePage(context);
        var live = codes.live(context.getUser().getId(), page.claimedAddress());
        return page.fault(live, key, parameters);
    }

    private static void refused(RequiredActionContext context, String why) {
        CodeEvent.of(context, EventType.SEND_VERIFY_EMAIL)
                .error("portal_send_refused_" + why.replace('-', '_'));
    }
}
