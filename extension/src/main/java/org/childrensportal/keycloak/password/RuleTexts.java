package org.childrensportal.keycloak.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.domain.password.PasswordRules;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** The texts of broken rules in the person's language, for places that show one message only. */
final class RuleTexts {

    private static final String KEY = "portalPasswordRule.";

    private final KeycloakSession session;

    RuleTexts(KeycloakSession session) {
        this.session = session;
    }

    /** The texts of {@code broken} as one line, in the guide's order. */
    String sentence(PasswordRules rules, List<PasswordRule> broken) {
        Locale locale = session.getContext().resolveLocale(null);
        Properties messages = messages(locale);
        return broken.stream()
                .map(rule -> text(messages, locale, rule, rules.number(rule)))
                .collect(Collectors.joining("; "));
    }

    private static String text(Properties messages, Locale locale, PasswordRule rule, int number) {
        String key = KEY + rule.id();
        return new MessageFormat(messages.getProperty(key, key), locale)
                .format(new Object[] {number});
    }

    private Properties messages(Locale locale) {
        try {
            return session.theme().getTheme(Theme.Type.LOGIN).getMessages(locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
