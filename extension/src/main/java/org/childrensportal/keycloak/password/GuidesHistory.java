package org.childrensportal.keycloak.password;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RealmModelDelegate;

/**
 * A portal realm, for counting the earlier passwords to keep: Keycloak 26.7's provider keeps one
 * fewer than the history policy says, because its policy counts the current password among them.
 */
final class GuidesHistory extends RealmModelDelegate {

    private static final int CURRENT = 1;

    private final KeycloakSession session;
    private final RealmModel realm;

    GuidesHistory(KeycloakSession session, RealmModel realm) {
        super(realm);
        this.session = session;
        this.realm = realm;
    }

    @Override
    public PasswordPolicy getPasswordPolicy() {
        PasswordPolicy policy = realm.getPasswordPolicy();
        return PasswordHistoryPolicy.previousOf(realm)
                .map(previous -> counting(policy, previous + CURRENT))
                .orElse(policy);
    }

    private PasswordPolicy counting(PasswordPolicy policy, int passwords) {
        return policy.toBuilder()
                .put(PasswordPolicy.PASSWORD_HISTORY_ID, String.valueOf(passwords))
                .build(session);
    }
}
