package org.childrensportal.keycloak.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.mail.MailTemplate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** The pages and mails of registration, which are in the realm's themes, or in none. */
final class RegistrationTemplates {

    private static final List<String> PAGES =
            List.of(
                    "portal-register-details.ftl",
                    "portal-register-account.ftl",
                    "portal-confirm-email.ftl",
                    "portal-change-address.ftl");

    private static final List<String> MAILS =
            Stream.of(MailTemplate.CODE, MailTemplate.REGISTERED)
                    .flatMap(mail -> Stream.of("text/" + mail.file(), "html/" + mail.file()))
                    .toList();

    private final KeycloakSession session;

    RegistrationTemplates(KeycloakSession session) {
        this.session = session;
    }

    /** What the realm's themes lack, in words for administrators. */
    Stream<String> missing() {
        return Stream.concat(
                missing(Theme.Type.LOGIN, "Login", PAGES),
                missing(Theme.Type.EMAIL, "Email", MAILS));
    }

    private Stream<String> missing(Theme.Type type, String setting, List<String> templates) {
        try {
            Theme theme = session.theme().getTheme(type);
            for (String template : templates) {
                if (theme.getTemplate(template) == null) {
                    return Stream.of(
                            ("the %s theme in use, %s, has no %s: choose childrens-portal or a"
                                 + " theme that is derived from it at Realm settings > Themes")
                                    .formatted(setting, theme.getName(), template));
                }
            }
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
