package org.childrensportal.keycloak.emailcode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Moments as pages and mails say them: in a person's language and the portal's time zone. */
public final class PortalTime {

    private final Locale locale;
    private final ZoneId zone;

    /** Of one person of this realm, in the language of this request. */
    public PortalTime(KeycloakSession session, RealmModel realm, UserModel person) {
        this.locale = session.getContext().resolveLocale(person);
        this.zone = CodeSettingsConfig.timeZone(realm, CodeSettingsConfig.ofRealm(realm));
    }

    /** Time of day and date, such as {@code 14:32, 23 November 2026}. */
    public String words(Instant moment) {
        return EndTime.of(locale, moment, zone);
    }
}
