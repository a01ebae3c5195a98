package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.keycloak.models.RealmModel;

/**
 * A switch of a realm that the portal needs on or off.
 *
 * @param step the name of its step
 * @param label what the console calls it
 * @param where where it is in the console
 * @param needed what the portal needs it to be
 * @param read what it is
 * @param write sets it
 */
record RealmSwitch(
        String step,
        String label,
        String where,
        Position needed,
        Predicate<RealmModel> read,
        BiConsumer<RealmModel, Boolean> write) {

    /** What a switch is. */
    enum Position {
        ON,
        OFF;

        Position other() {
            return this == ON ? OFF : ON;
        }

        String words() {
            return this == ON ? "on" : "off";
        }
    }

    /** The name of the step of "Login with email". */
    static final String LOGIN_WITH_EMAIL = "login-with-email";

    private static final String LOGIN = "Realm settings > Login";

    /** Every one. */
    static final List<RealmSwitch> ALL =
            List.of(
                    new RealmSwitch(
                            "forgot-password",
                            "Forgot password",
                            LOGIN,
                            Position.ON,
                            RealmModel::isResetPasswordAllowed,
                            RealmModel::setResetPasswordAllowed),
                    new RealmSwitch(
                            LOGIN_WITH_EMAIL,
                            "Login with email",
                            LOGIN,
                            Position.ON,
                            RealmModel::isLoginWithEmailAllowed,
                            RealmModel::setLoginWithEmailAllowed),
                    new RealmSwitch(
                            "verify-email",
                            "Verify email",
                            LOGIN,
                            Position.OFF,
                            RealmModel::isVerifyEmail,
                            RealmModel::setVerifyEmail),
                    new RealmSwitch(
                            "brute-force-detection",
                            "Brute force detection",
                            "Realm settings > Security defenses > Brute force detection",
                            Position.ON,
                            RealmModel::isBruteForceProtected,
                            RealmModel::setBruteForceProtected),
                    new RealmSwitch(
                            "internationalization",
                            "Internationalization",
                            "Realm settings > Localization",
                            Position.ON,
                            RealmModel::isInternationalizationEnabled,
                            RealmModel::setInternationalizationEnabled),
                    new RealmSwitch(
                            "user-registration",
                            "User registration",
                            LOGIN,
                            Position.ON,
                            RealmModel::isRegistrationAllowed,
                            RealmModel::setRegistrationAllowed));

    boolean isAsNeeded(RealmModel realm) {
        return read.test(realm) == (needed == Position.ON);
    }

    void set(RealmModel realm, Position position) {
        write.accept(realm, position == Position.ON);
    }
}
