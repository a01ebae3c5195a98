package org.childrensportal.keycloak.password;

import java.util.List;
import java.util.Optional;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.domain.password.PasswordRules;
import org.childrensportal.keycloak.domain.password.PasswordRulesText;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyConfigException;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * The password policy {@code portal-password-rules}. Keycloak shows one message for a policy, so
 * this one names every broken rule.
 */
final class PasswordRulesPolicy implements PasswordPolicyProvider {

    static final String ID = "portal-password-rules";

    private static final String BROKEN = "portalPasswordRulesBroken";

    private final KeycloakSession session;

    PasswordRulesPolicy(KeycloakSession session) {
        this.session = session;
    }

    /** The rules in force in {@code realm}, if it has this policy. */
    static Optional<PasswordRules> rulesOf(RealmModel realm) {
        return Optional.ofNullable(realm.getPasswordPolicy().getPolicyConfig(ID));
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return rulesOf(realm).map(rules -> judge(rules, password)).orElse(null);
    }

    @Override
    public PolicyError validate(String user, String password) {
        return validate(session.getContext().getRealm(), null, password);
    }

    private PolicyError judge(PasswordRules rules, String password) {
        List<PasswordRule> broken = rules.broken(password == null ? "" : password);
        return broken.isEmpty()
                ? null
                : new PolicyError(BROKEN, new RuleTexts(session).sentence(rules, broken));
    }

    @Override
    public Object parseConfig(String value) {
        try {
            return PasswordRulesText.read(value == null ? "" : value);
        } catch (IllegalArgumentException e) {
            throw new PasswordPolicyConfigException(e.getMessage());
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
