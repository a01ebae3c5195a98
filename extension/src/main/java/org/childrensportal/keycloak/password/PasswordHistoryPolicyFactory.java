package org.childrensportal.keycloak.password;

import org.keycloak.models.KeycloakSession;
import org.keycloak.policy.HistoryPasswordPolicyProviderFactory;
import org.keycloak.policy.PasswordPolicyProvider;

/** Replaces Keycloak's {@code passwordHistory}: see {@link PasswordHistoryPolicy}. */
public final class PasswordHistoryPolicyFactory extends HistoryPasswordPolicyProviderFactory {

    static final String LABEL = "Not the current or one of the previous passwords";

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new PasswordHistoryPolicy(session);
    }

    @Override
    public String getDisplayName() {
        return LABEL;
    }

    @Override
    public String getDefaultConfigValue() {
        return String.valueOf(PasswordHistoryPolicy.PREVIOUS.standard());
    }

    @Override
    public int order() {
        return 1;
    }
}
