package org.childrensportal.keycloak.password;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
                                        Function.identity(),
                                        rule -> policy.<Integer>getPolicyConfig(id(rule)))));
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

    @Override
    public Integer parseConfig(String value) {
        Optional<String> text =
                rule.hasNumber()
                        ? Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty())
                        : Optional.empty();
        return text.map(
                        number ->
                                new PolicyNumber(PasswordRulePolicyFactory.setting(rule))
                                        .parse(number))
                .orElse(rule.standard());
    }

    @Override
    public void close() {
        // nothing to close
    }
}
