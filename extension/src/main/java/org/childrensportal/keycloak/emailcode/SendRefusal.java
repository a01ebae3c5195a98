package org.childrensportal.keycloak.emailcode;

import java.time.Clock;
import java.time.Duration;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.utils.FormMessage;

/**
 * What a page says when a limit forbids a code.
 *
 * @param tooSoon which limit, and until when
 */
record SendRefusal(RequiredActionContext context, Clock clock, IssueResult.TooSoon tooSoon) {

    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    /** To somebody who has been sent a code and wants another. */
    FormMessage ofAnother() {
        return isWithinPause() ? message("portalTooSoon", seconds()) : tooMany();
    }

    /** To somebody who did no more than come here, where another registration was a moment ago. */
    FormMessage ofTheFirst(String address) {
        if (!tooSoon.limited().equals(IssueResult.ADDRESS) || !isWithinPause()) {
            return tooMany();
        }
        return seconds() <= MINUTE
                ? message("portalCodeWaitSeconds", address, seconds())
                : message("portalCodeWaitMinutes", address, (seconds() + MINUTE - 1) / MINUTE);
    }

    boolean isOver() {
        return !clock.instant().isBefore(tooSoon.next());
    }

    private FormMessage tooMany() {
        String key =
                tooSoon.limited().equals(IssueResult.CLIENT)
                        ? "portalTooManySendsFromNetwork"
                        : "portalTooManySends";
        return message(
                key,
                EndTime.of(
                        context, tooSoon.next(), CodeSettingsConfig.timeZone(context.getConfig())));
    }

    private boolean isWithinPause() {
        return seconds() <= CodeSettingsConfig.settings(context.getConfig()).pause().toSeconds();
    }

    private long seconds() {
        return CodePage.secondsUntil(tooSoon.next(), clock.instant());
    }

    private static FormMessage message(String key, Object... parameters) {
        return new FormMessage(null, key, parameters);
    }
}
