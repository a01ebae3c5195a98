package org.childrensportal.keycloak.emailcode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A moment in the words of the person's language and the portal's time zone. */
final class EndTime {

    private static final long QUARTER_HOUR = 15 * 60;

    private EndTime() {}

    /** Time of day and date, such as {@code 14:32} and {@code 23 November 2026}. */
    static String of(Locale locale, Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment.atZone(zone))
                + ", "
                + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(britishForEnglish(locale))
                        .format(moment.atZone(zone));
    }

    /**
     * The next quarter of an hour. The exact moment at which the limit of an address ends would
     * tell a stranger when somebody else began to use the address.
     */
    static Instant roughly(Instant moment) {
        long quarters = Math.floorDiv(moment.getEpochSecond() + QUARTER_HOUR - 1, QUARTER_HOUR);
        return Instant.ofEpochSecond(quarters * QUARTER_HOUR);
    }

    private static Locale britishForEnglish(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}
