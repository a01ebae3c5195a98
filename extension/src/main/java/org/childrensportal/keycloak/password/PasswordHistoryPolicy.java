package org.childrensportal.keycloak.password;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.HistoryPasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Keycloak's history policy with the meaning of the user guide: {@code passwordHistory(8)} refuses
 * the current password and the previous eight. Keycloak's own counts the current one among the
 * eight; so the value that it sees, which also decides how many rows it keeps, is one more than the
 * administrator's.
 */
final class PasswordHistoryPolicy extends HistoryPasswordPolicyProvider {

    private static final int CURRENT = 1;

    PasswordHistoryPolicy(KeycloakSession session) {
        super(session);
    }

    /** How many previous passwords {@code realm} refuses besides the current one, if any. */
    static Optional<Integer> previousOf(RealmModel realm) {
        return Optional.of(realm.getPasswordPolicy().getExpiredPasswords())
                .filter(counted -> counted > 0)
                .map(counted -> counted - CURRENT);
    }

    @Override
    public Object parseConfig(String value) {
        return (Integer) super.parseConfig(value) + CURRENT;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        PolicyError error = super.validate(realm, user, password);
        return error == null
                ? null
                : new PolicyError(
                        error.getMessage(),
                        realm.getPasswordPolicy()
                                        .<Integer>getPolicyConfig(
                                                PasswordPolicy.PASSWORD_HISTORY_ID)
                                - CURRENT);
    }
}
