package org.childrensportal.keycloak.password;

import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.keycloak.models.KeycloakSession;
import org.keycloak.policy.PasswordPolicyProvider;

/** A policy {@code portal-…} for each {@link PasswordRule}: see {@link PasswordRulePolicy}. */
public abstract class PasswordRulePolicyFactory extends PortalPolicyFactory {

    private final PasswordRule rule;

    private PasswordRulePolicyFactory(PasswordRule rule) {
        this.rule = rule;
    }

    @Override
    public String getId() {
        return PasswordRulePolicy.id(rule);
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new PasswordRulePolicy(session, rule);
    }

    @Override
    public String getDisplayName() {
        return "Portal: " + label(rule);
    }

    @Override
    public String getConfigType() {
        return rule.hasNumber() ? PasswordPolicyProvider.INT_CONFIG_TYPE : null;
    }

    @Override
    public String getDefaultConfigValue() {
        return rule.hasNumber() ? String.valueOf(rule.standard()) : null;
    }

    /** The rule's number as a setting; only of a rule that has one. */
    static BoundedSetting setting(PasswordRule rule) {
        return new BoundedSetting(
                PasswordRulePolicy.id(rule),
                label(rule),
                "",
                rule.standard(),
                rule.minimum(),
                rule.maximum());
    }

    private static String label(PasswordRule rule) {
        return switch (rule) {
            case MINIMUM_LENGTH -> "minimum number of characters";
            case LETTER -> "at least one letter";
            case ALLOWED_CHARACTERS -> "only letters, digits and special characters";
            case STARTS_WITH_LETTER -> "starts with a letter";
            case UPPER_CASE -> "at least one upper-case letter";
            case DIGIT -> "at least one digit";
            case SPECIAL -> "at least one special character";
            case MAXIMUM_LENGTH -> "maximum number of characters";
        };
    }

    /** {@code portal-minimum-length}. */
    public static final class MinimumLength extends PasswordRulePolicyFactory {
        public MinimumLength() {
            super(PasswordRule.MINIMUM_LENGTH);
        }
    }

    /** {@code portal-letter}. */
    public static final class Letter extends PasswordRulePolicyFactory {
        public Letter() {
            super(PasswordRule.LETTER);
        }
    }

    /** {@code portal-allowed-characters}. */
    public static final class AllowedCharacters extends PasswordRulePolicyFactory {
        public AllowedCharacters() {
            super(PasswordRule.ALLOWED_CHARACTERS);
        }
    }

    /** {@code portal-starts-with-letter}. */
    public static final class StartsWithLetter extends PasswordRulePolicyFactory {
        public StartsWithLetter() {
            super(PasswordRule.STARTS_WITH_LETTER);
        }
    }

    /** {@code portal-upper-case}. */
    public static final class UpperCase extends PasswordRulePolicyFactory {
        public UpperCase() {
            super(PasswordRule.UPPER_CASE);
        }
    }

    /** {@code portal-digit}. */
    public static final class Digit extends PasswordRulePolicyFactory {
        public Digit() {
            super(PasswordRule.DIGIT);
        }
    }

    /** {@code portal-special}. */
    public static final class Special extends PasswordRulePolicyFactory {
        public Special() {
            super(PasswordRule.SPECIAL);
        }
    }

    /** {@code portal-maximum-length}. */
    public static final class MaximumLength extends PasswordRulePolicyFactory {
        public MaximumLength() {
            super(PasswordRule.MAXIMUM_LENGTH);
        }
    }
}
