package org.childrensportal.keycloak.password;

import java.util.Optional;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.childrensportal.keycloak.settings.StoredSettings;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.policy.PasswordPolicyConfigException;

/**
 * A number that an administrator sets in the list of password policies.
 *
 * @param setting its label and bounds; its name is the policy's id
 */
record PolicyNumber(BoundedSetting setting) {

    private static final String OWNER = "the password policy";

    /**
     * Refuses what an administrator saves out of bounds. What is stored already may be saved again
     * with the rest of the realm's settings, as the console does.
     *
     * @throws PasswordPolicyConfigException if so; the console shows the message
     */
    void judge(KeycloakSession session, String text) {
        boolean isGood = text == null || text.isBlank() || setting.read(text).isPresent();
        if (!isGood && PolicyReader.isAdministrator() && !isStored(session, text)) {
            throw new PasswordPolicyConfigException(setting.bounds());
        }
    }

    /** Whether the realm of the session has {@code text} stored for this policy. */
    boolean isStored(KeycloakSession session, String text) {
        return Optional.ofNullable(session.getContext().getRealm())
                .map(realm -> realm.getPasswordPolicy().toBuilder().get(setting.name()))
                .filter(text::equals)
                .isPresent();
    }

    /** The number that {@code realm} has, of what is stored. */
    int of(RealmModel realm, String text) {
        return StoredSettings.of(realm, OWNER).number(setting, text);
    }
}
