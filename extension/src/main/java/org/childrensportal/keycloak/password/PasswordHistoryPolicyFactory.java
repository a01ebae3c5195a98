package org.childrensportal.keycloak.password;

import org.childrensportal.keycloak.settings.RealmsAtStart;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.HistoryPasswordPolicyProviderFactory;
import org.keycloak.policy.PasswordPolicyProvider;

/**
 * Replaces Keycloak's {@code passwordHistory}, with its label and default: see {@link
 * PasswordHistoryPolicy}.
 */
public final class PasswordHistoryPolicyFactory extends HistoryPasswordPolicyProviderFactory {

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new PasswordHistoryPolicy(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RealmsAtStart.read(factory, PasswordHistoryPolicy::previousOf);
        RealmsAtStart.read(factory, PasswordRulePolicy::rulesOf);
    }

    @Override
    public int order() {
        return 1;
    }
}
