package org.childrensportal.keycloak.password;

import org.childrensportal.keycloak.domain.password.PasswordRules;
import org.childrensportal.keycloak.domain.password.PasswordRulesText;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** {@code portal-password-rules}: see {@link PasswordRulesPolicy}. */
public final class PasswordRulesPolicyFactory implements PasswordPolicyProviderFactory {

    @Override
    public String getId() {
        return PasswordRulesPolicy.ID;
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new PasswordRulesPolicy(session);
    }

    @Override
    public String getDisplayName() {
        return "Portal password rules (least-greatest length, then the rules in force)";
    }

    @Override
    public String getConfigType() {
        return PasswordPolicyProvider.STRING_CONFIG_TYPE;
    }

    @Override
    public String getDefaultConfigValue() {
        return PasswordRulesText.write(PasswordRules.ofTheGuide());
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // no server configuration
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }
}
