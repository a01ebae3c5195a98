package org.childrensportal.keycloak.emailcode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.keycloak.authentication.RequiredActionContext;

/** A moment in the words of the person's language and the portal's time zone. */
final class EndTime {

    private EndTime() {}

    /** Time of day and date, such as {@code 14:32} and {@code 23 November 2026}. */
    static String of(RequiredActionContext context, Instant moment, ZoneId zone) {
        return of(context.getSession().getContext().resolveLocale(context.getUser()), moment, zone);
    }

    /** The same for somebody who has no account yet. */
    static String of(Locale locale, Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment.atZone(zone))
                + ", "
                + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(britishForEnglish(locale))
                        .format(moment.atZone(zone));
    }

    private static Locale britishForEnglish(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}
