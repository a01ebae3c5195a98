package org.childrensportal.keycloak.password;

import java.text.Normalizer;
import java.util.List;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.PolicyError;

/**
 * A password as a person typed it twice on a page.
 *
 * @param typed the first field, null if it was missing
 * @param repeated the second field, null if it was missing
 */
public record NewPassword(String typed, String repeated) {

    /** Name of the first field, where errors of the password are shown. */
    public static final String FIELD = "password";

    /** Name of the second field. */
    public static final String CONFIRM_FIELD = "password-confirm";

    private static final String BROKEN_RULES = NewPassword.class.getName();

    /** The password, empty if it is missing. */
    public String value() {
        return typed == null ? "" : typed;
    }

    /**
     * What is wrong with the fields by the rules that need no user; empty if nothing. The broken
     * rules are kept for {@link PasswordChecklist}, since Keycloak 26.7 shows one message at a
     * field.
     */
    public List<FormMessage> errors(KeycloakSession session) {
        if (value().isEmpty()) {
            return List.of(new FormMessage(FIELD, PasswordError.MISSING.messageKey()));
        }
        List<PasswordRule> broken =
                PasswordRulePolicy.rulesOf(session.getContext().getRealm()).broken(value());
        if (!broken.isEmpty()) {
            session.setAttribute(BROKEN_RULES, broken);
            return List.of(new FormMessage(FIELD, PasswordError.RULES_BROKEN.messageKey()));
        }
        if (repeated == null || repeated.isEmpty()) {
            return List.of(new FormMessage(CONFIRM_FIELD, PasswordError.NOT_REPEATED.messageKey()));
        }
        return composed(value()).equals(composed(repeated))
                ? List.of()
                : List.of(new FormMessage(CONFIRM_FIELD, PasswordError.DIFFERENT.messageKey()));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The rules that this request's password broke. */
    static List<PasswordRule> brokenRules(KeycloakSession session) {
        return session.getAttributeOrDefault(BROKEN_RULES, List.<PasswordRule>of());
    }

    /** The message of another policy, at the password field. */
    public static FormMessage message(PolicyError error) {
        return new FormMessage(FIELD, error.getMessage(), error.getParameters());
    }
}
