package org.childrensportal.keycloak.password;

import org.childrensportal.keycloak.domain.password.CommonPasswords;
import org.keycloak.models.KeycloakSession;
import org.keycloak.policy.PasswordPolicyProvider;

/** {@code portal-not-obvious}: see {@link ObviousPasswordPolicy}. */
public final class ObviousPasswordPolicyFactory extends PortalPolicyFactory {

    private static final CommonPasswords COMMON = CommonPasswordsFile.read();

    @Override
    public String getId() {
        return ObviousPasswordPolicy.ID;
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new ObviousPasswordPolicy(session, COMMON);
    }

    @Override
    public String getDisplayName() {
        return "Portal: not a common password, nor made of the person's own name or address";
    }

    @Override
    public String getConfigType() {
        return null;
    }

    @Override
    public String getDefaultConfigValue() {
        return null;
    }
}
