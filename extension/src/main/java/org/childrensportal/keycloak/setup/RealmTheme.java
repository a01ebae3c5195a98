package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * A theme of a realm that the portal has its own for.
 *
 * @param step the name of its step
 * @param label what the console calls it
 * @param type its type
 * @param read what a realm has chosen; null for Keycloak's own, as Keycloak's model has it
 * @param write chooses
 */
record RealmTheme(
        String step,
        String label,
        Theme.Type type,
        Function<RealmModel, String> read,
        BiConsumer<RealmModel, String> write) {

    /** What the portal's are called. */
    static final String OURS = "childrens-portal";

    /** Every one. */
    static final List<RealmTheme> ALL =
            List.of(
                    new RealmTheme(
                            "login-theme",
                            "Login theme",
                            Theme.Type.LOGIN,
                            RealmModel::getLoginTheme,
                            RealmModel::setLoginTheme),
                    new RealmTheme(
                            "account-theme",
                            "Account theme",
                            Theme.Type.ACCOUNT,
                            RealmModel::getAccountTheme,
                            RealmModel::setAccountTheme),
                    new RealmTheme(
                            "email-theme",
                            "Email theme",
                            Theme.Type.EMAIL,
                            RealmModel::getEmailTheme,
                            RealmModel::setEmailTheme));
}
