package org.childrensportal.keycloak.emailcode;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.emailcode.CodeSettings;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.childrensportal.keycloak.settings.RequiredActionNumber;
import org.childrensportal.keycloak.settings.StoredSettings;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** The settings of the required action, as the admin console shows and Keycloak stores them. */
final class CodeSettingsConfig {

    private static final String DEFAULT_TIME_ZONE = "Europe/London";
    private static final String TIME_ZONE = "time-zone";

    private static final RequiredActionNumber LIFE =
            number(
                    "code-life-minutes",
                    "Life of a code (minutes)",
                    "How long a code can be entered after it was sent.",
                    (int) CodeSettings.DEFAULTS.life().toMinutes(),
                    1,
                    1440);

    private static final RequiredActionNumber GUESSES =
            number(
                    "guesses-per-code",
                    "Guesses for a code",
                    "How many times one code may be entered wrongly before it is void.",
                    CodeSettings.DEFAULTS.guesses(),
                    1,
                    10);

    private static final RequiredActionNumber PAUSE =
            number(
                    "pause-between-codes-seconds",
                    "Pause between two codes (seconds)",
                    "How long a person waits before a new code can be asked for.",
                    (int) CodeSettings.DEFAULTS.pause().toSeconds(),
                    0,
                    3600);

    private static final RequiredActionNumber SENDS =
            number(
                    "codes-an-hour",
                    "Codes to an address (within an hour)",
                    "How many codes may be sent to one address, and for one account, within an"
                            + " hour.",
                    CodeSettings.DEFAULTS.sendsAnHour(),
                    1,
                    100);

    private static final RequiredActionNumber GUESSES_A_DAY =
            number(
                    "guesses-a-day",
                    "Guesses for an address (within 24 hours)",
                    "How many times codes for one address may be entered within 24 hours, however"
                            + " many codes it gets.",
                    CodeSettings.DEFAULTS.guessesADay(),
                    10,
                    100);

    private static final RequiredActionNumber SENDS_A_DAY =
            number(
                    "codes-a-day",
                    "Codes to an address (within 24 hours)",
                    "How many codes may be sent to one address, and for one account, within 24"
                            + " hours.",
                    CodeSettings.DEFAULTS.sendsADay(),
                    1,
                    500);

    private static final RequiredActionNumber SENDS_PER_CLIENT =
            number(
                    "codes-an-hour-per-client",
                    "Codes for a client IP address (within an hour)",
                    "How many codes may be asked for from one IP address within an hour; 0 for any"
                            + " number. Behind a proxy, tell Keycloak which headers to trust.",
                    CodeSettings.DEFAULTS.sendsAnHourPerClient(),
                    0,
                    100_000);

    private static final RequiredActionNumber MAILS_IN_PROGRESS =
            number(
                    "mails-in-progress",
                    "Mails in progress (on one node)",
                    "How many mails of codes may be on their way to the mail server at the same"
                            + " time. Beyond it the page says at once that mail is slow.",
                    16,
                    1,
                    200);

    private static final RequiredActionNumber PENDING_LIFE =
            number(
                    "pending-life-hours",
                    "Life of an account that is not confirmed (hours)",
                    "How long after registration an account is removed whose address was never"
                            + " confirmed.",
                    24,
                    1,
                    720);

    /** Keycloak's own, which Keycloak 26.7 fails on when it is no number. */
    private static final RequiredActionNumber MAX_AUTH_AGE =
            number(
                    Constants.MAX_AUTH_AGE_KEY,
                    "Maximum Age of Authentication",
                    "",
                    Constants.KC_ACTION_MAX_AGE,
                    0,
                    Integer.MAX_VALUE);

    private static final List<RequiredActionNumber> NUMBERS =
            List.of(
                    LIFE,
                    GUESSES,
                    GUESSES_A_DAY,
                    PAUSE,
                    SENDS,
                    SENDS_A_DAY,
                    SENDS_PER_CLIENT,
                    MAILS_IN_PROGRESS,
                    PENDING_LIFE);

    private CodeSettingsConfig() {}

    private static RequiredActionNumber number(
            String name, String label, String help, int standard, int minimum, int maximum) {
        return new RequiredActionNumber(
                VerifyEmailCodeFactory.ID,
                new BoundedSetting(name, label, help, standard, minimum, maximum));
    }

    /** Reads every setting of {@code realm}, which warns of those that are out of bounds. */
    static void read(RealmModel realm) {
        RequiredActionConfigModel config = ofRealm(realm);
        NUMBERS.forEach(number -> number.of(realm, config));
        MAX_AUTH_AGE.of(realm, config);
        timeZone(realm, config);
    }

    /** What {@code realm} has stored; null without the required action. */
    static RequiredActionConfigModel ofRealm(RealmModel realm) {
        return new PortalRealm(realm)
                .confirmation()
                .map(action -> realm.getRequiredActionConfigByAlias(action.getAlias()))
                .orElse(null);
    }

    static CodeSettings settings(RealmModel realm, RequiredActionConfigModel config) {
        return new CodeSettings(
                Duration.ofMinutes(LIFE.of(realm, config)),
                GUESSES.of(realm, config),
                GUESSES_A_DAY.of(realm, config),
                Duration.ofSeconds(PAUSE.of(realm, config)),
                SENDS.of(realm, config),
                SENDS_A_DAY.of(realm, config),
                SENDS_PER_CLIENT.of(realm, config));
    }

    /** How many mails one node sends at the same time. */
    static int mailsInProgress(RealmModel realm, RequiredActionConfigModel config) {
        return MAILS_IN_PROGRESS.of(realm, config);
    }

    /** How long an account stays pending. */
    static Duration pendingLife(RealmModel realm, RequiredActionConfigModel config) {
        return Duration.ofHours(PENDING_LIFE.of(realm, config));
    }

    /** How long after a sign-in the action may be asked for by an application; seconds. */
    static int maxAuthAge(RealmModel realm) {
        return MAX_AUTH_AGE.of(realm, ofRealm(realm));
    }

    /** The time zone in which pages and mails say when a code expires. */
    static ZoneId timeZone(RealmModel realm, RequiredActionConfigModel config) {
        return StoredSettings.of(realm, VerifyEmailCodeFactory.ID)
                .value(
                        TIME_ZONE,
                        configured(config),
                        CodeSettingsConfig::timeZone,
                        ZoneId.of(DEFAULT_TIME_ZONE));
    }

    private static String configured(RequiredActionConfigModel config) {
        return config == null
                ? DEFAULT_TIME_ZONE
                : config.getConfigValue(TIME_ZONE, DEFAULT_TIME_ZONE);
    }

    private static Optional<ZoneId> timeZone(String id) {
        try {
            return Optional.of(ZoneId.of(id.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static List<ProviderConfigProperty> properties() {
        ProviderConfigProperty timeZone =
                new ProviderConfigProperty(
                        TIME_ZONE,
                        "Time zone",
                        "In which pages and mails say when a code expires, such as Europe/London.",
                        ProviderConfigProperty.STRING_TYPE,
                        DEFAULT_TIME_ZONE);
        return Stream.concat(
                        NUMBERS.stream().map(number -> number.setting().property()),
                        Stream.of(timeZone))
                .toList();
    }

    /** Refuses values out of bounds when an administrator saves them. */
    static void validate(RequiredActionConfigModel config) {
        NUMBERS.forEach(number -> number.validate(config));
        if (timeZone(configured(config)).isEmpty()) {
            throw new ValidationException(
                    new ValidationError(
                            VerifyEmailCodeFactory.ID, TIME_ZONE, "error-invalid-value"));
        }
    }
}
