package org.childrensportal.keycloak.password;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.domain.password.PasswordRules;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * One rule as a password policy of its own, which an administrator adds, sets or removes. Keycloak
 * 26.7 shows only the message of the first broken policy, in no particular order, so each message
 * names every broken rule.
 */
final class PasswordRulePolicy implements PasswordPolicyProvider {

    private final KeycloakSession session;
    private final PasswordRule rule;

    PasswordRulePolicy(KeycloakSession session, PasswordRule rule) {
        this.session = session;
        this.rule = rule;
    }

    static String id(PasswordRule rule) {
        return "portal-" + rule.id();
    }

    /** The rules in force in {@code realm}. */
    static PasswordRules rulesOf(RealmModel realm) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        return new PasswordRules(
                Arrays.stream(PasswordRule.values())
                        .filter(rule -> policy.getPolicies().contains(id(rule)))
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), rule -> number(realm, rule, policy))));
    }

    private static int number(RealmModel realm, PasswordRule rule, PasswordPolicy policy) {
        return rule.hasNumber()
                ? numberOf(rule).of(realm, policy.getPolicyConfig(id(rule)))
                : rule.standard();
    }

    private static PolicyNumber numberOf(PasswordRule rule) {
        return new PolicyNumber(PasswordRulePolicyFactory.setting(rule));
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        PasswordRules rules = rulesOf(realm);
        List<PasswordRule> broken = rules.broken(password == null ? "" : password);
        return broken.contains(rule)
                ? new PolicyError(
                        PasswordError.RULES_BROKEN_IN_WORDS.messageKey(),
                        new RuleTexts(session).sentence(rules, broken))
                : null;
    }

    @Override
    public PolicyError validate(String user, String password) {
        return validate(session.getContext().getRealm(), null, password);
    }

    /** The text as it is: which number it is is known with the realm, see {@link #rulesOf}. */
    @Override
    public String parseConfig(String value) {
        if (rule.hasNumber()) {
            numberOf(rule).judge(session, value);
        }
        return value;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
