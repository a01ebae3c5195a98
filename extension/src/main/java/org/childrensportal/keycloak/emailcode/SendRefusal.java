package org.childrensportal.keycloak.emailcode;

import java.time.Duration;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.keycloak.models.utils.FormMessage;

/** What a page says when a limit forbids a code. */
final class SendRefusal {

    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    private final CodeRequest request;
    private final IssueResult.TooSoon tooSoon;

    SendRefusal(CodeRequest request, IssueResult.TooSoon tooSoon) {
        this.request = request;
        this.tooSoon = tooSoon;
    }

    /** To somebody who has been sent a code and wants another. */
    FormMessage ofAnother() {
        return isWithinPause() ? message(CodeError.TOO_SOON.messageKey(), seconds()) : tooMany();
    }

    /** To somebody who only came here, a moment after another registration of the same address. */
    FormMessage ofTheFirst() {
        if (!tooSoon.limited().equals(IssueResult.ADDRESS) || !isWithinPause()) {
            return tooMany();
        }
        String address = request.displayedAddress();
        return seconds() <= MINUTE
                ? message(CodeNotice.WAIT_SECONDS.messageKey(), address, seconds())
                : message(
                        CodeNotice.WAIT_MINUTES.messageKey(),
                        address,
                        (seconds() + MINUTE - 1) / MINUTE);
    }

    boolean isOver() {
        return !request.now().isBefore(tooSoon.next());
    }

    private FormMessage tooMany() {
        CodeError error =
                tooSoon.limited().equals(IssueResult.CLIENT)
                        ? CodeError.TOO_MANY_SENDS_FROM_NETWORK
                        : CodeError.TOO_MANY_SENDS;
        return message(error.messageKey(), request.endTime(EndTime.roughly(tooSoon.next())));
    }

    private boolean isWithinPause() {
        return seconds() <= request.settings().pause().toSeconds();
    }

    private long seconds() {
        return request.secondsUntil(tooSoon.next());
    }

    private static FormMessage message(String key, Object... parameters) {
        return new FormMessage(null, key, parameters);
    }
}
