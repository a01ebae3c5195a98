package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.keycloak.events.EventType;

/** Issues a code and mails it, and shows what came of it. */
final class CodeSending {

    private final CodeRequest request;
    private final CodePage page;
    private final MailsInProgress inProgress;

    CodeSending(CodeRequest request, MailsInProgress inProgress) {
        this.request = request;
        this.page = new CodePage(request);
        this.inProgress = inProgress;
    }

    /** Sends a new code: the first that this journey asks for, or another. */
    Response send() {
        String realm = request.realm().getId();
        request.journey().forgetRefusal();
        if (!inProgress.begin(realm, request.mailsInProgress())) {
            CodeError.MAIL_SLOW.eventError().ifPresent(this::refused);
            return page.fault(request.live(), CodeError.MAIL_SLOW);
        }
        try {
            return issueAndMail();
        } finally {
            inProgress.end(realm);
        }
    }

    private Response issueAndMail() {
        IssueResult result =
                request.codes().issue(request.user().getId(), request.address(), request.client());
        if (result instanceof IssueResult.TooSoon tooSoon) {
            refused(LimitError.of(tooSoon.limited()).eventError());
            return tooSoon(tooSoon);
        }
        IssueResult.Issued issued = (IssueResult.Issued) result;
        // The code and its permit are committed: whatever becomes of the mail, every limit holds.
        return switch (new CodeMail(request).send(issued)) {
            case SENT -> sent(issued);
            case UNKNOWN -> {
                request.journey().sendTo(request.address());
                yield page.fault(
                        Optional.of(issued.state()),
                        CodeError.MAIL_LATE,
                        request.displayedAddress());
            }
            case NOT_SENT -> {
                request.codes().notSent(issued);
                yield page.fault(Optional.empty(), CodeError.MAIL_FAILED);
            }
            case ADDRESS_REFUSED -> {
                request.codes().notSent(issued);
                yield page.fault(
                        Optional.empty(), CodeError.ADDRESS_REFUSED, request.displayedAddress());
            }
        };
    }

    private Response sent(IssueResult.Issued issued) {
        String address = issued.state().address();
        boolean another = request.journey().wasSentTo(address);
        request.journey().sendTo(address);
        return another
                ? page.success(Optional.of(issued.state()), CodeNotice.SENT)
                : page.show(Optional.of(issued.state()));
    }

    /** To somebody who has not been sent a code yet, the page only says when one can be sent. */
    private Response tooSoon(IssueResult.TooSoon tooSoon) {
        if (!request.journey().wasSentTo(request.address())) {
            request.journey().refuse(tooSoon);
            return page.notSentYet();
        }
        return page.fault(request.live(), new SendRefusal(request, tooSoon).ofAnother());
    }

    private void refused(String eventError) {
        request.event(EventType.SEND_VERIFY_EMAIL).error(eventError);
    }
}
