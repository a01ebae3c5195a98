package org.childrensportal.keycloak.password;

import java.util.ArrayList;
import java.util.List;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.domain.password.PasswordRules;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The password policy as a page shows it: the guide's lines made from the realm's own policy, and
 * those that were broken just now.
 *
 * @param requirements every requirement, in the guide's order
 * @param broken the requirements that the password of this request broke
 * @param notObvious whether common passwords and own names are refused too
 */
public record PasswordChecklist(List<Line> requirements, List<Line> broken, boolean notObvious) {

    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";

    /**
     * One requirement.
     *
     * @param rule its name; the message keys are {@code portalPasswordRule.} and {@code
     *     portalPasswordRuleBroken.} followed by it
     * @param number the number in its text
     */
    public record Line(String rule, int number) {}

    /** The checklist of the session's realm and request. */
    public static PasswordChecklist of(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        PasswordRules rules = PasswordRulePolicy.rulesOf(realm);
        List<Line> requirements = new ArrayList<>(lines(rules, rules.announced()));
        PasswordHistoryPolicy.previousOf(realm)
                .ifPresent(
                        previous -> {
                            requirements.add(new Line(CURRENT, 1));
                            if (previous > 0) {
                                requirements.add(new Line(PREVIOUS, previous));
                            }
                        });
        return new PasswordChecklist(
                requirements,
                lines(rules, NewPassword.brokenRules(session)),
                ObviousPasswordPolicy.isInForce(realm));
    }

    private static List<Line> lines(PasswordRules rules, List<PasswordRule> chosen) {
        return chosen.stream().map(rule -> new Line(rule.id(), rules.number(rule))).toList();
    }

    /**
     * Gives the page the attributes {@code passwordRequirements}, {@code passwordBroken} and {@code
     * passwordNotObvious}.
     */
    public LoginFormsProvider addTo(LoginFormsProvider form) {
        return form.setAttribute("passwordRequirements", requirements)
                .setAttribute("passwordBroken", broken)
                .setAttribute("passwordNotObvious", notObvious);
    }
}
