package org.childrensportal.keycloak.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** The realm's pages or mails are the portal's, or of a theme that extends the portal's. */
final class ThemeStep extends RealmStep {

    /** Stands for Keycloak's own theme, which has no name in the realm. */
    private static final String NONE = Remembered.NONE;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Remembered remembered;
    private final RealmTheme theme;

    ThemeStep(KeycloakSession session, RealmModel realm, RealmTheme theme) {
        super(theme.step(), "Realm settings > Themes");
        this.session = session;
        this.realm = realm;
        this.remembered = new Remembered(realm);
        this.theme = theme;
    }

    @Override
    List<RealmChange> setUp() {
        return isOurs()
                ? List.of()
                : List.of(
                        change(
                                "Choose the %s %s in place of %s"
                                        .formatted(
                                                theme.label(),
                                                RealmTheme.OURS,
                                                chosen().orElse("Keycloak's own")),
                                this::choose));
    }

    private void choose() {
        remembered.keep(name(), chosen().orElse(NONE));
        theme.write().accept(realm, RealmTheme.OURS);
    }

    @Override
    List<RealmChange> leave() {
        String before = remembered.of(name()).orElse(NONE);
        return isOurs()
                ? List.of(
                        change(
                                "Choose the %s %s in place of %s"
                                        .formatted(
                                                theme.label(),
                                                before.equals(NONE) ? "of Keycloak" : before,
                                                chosen().orElseThrow()),
                                () ->
                                        theme.write()
                                                .accept(
                                                        realm,
                                                        before.equals(NONE) ? null : before)))
                : List.of();
    }

    private Optional<String> chosen() {
        return Optional.ofNullable(theme.read().apply(realm)).filter(name -> !name.isBlank());
    }

    /** A theme without the portal's in its line has none of its templates. */
    private boolean isOurs() {
        return chosen().filter(this::extendsOurs).isPresent();
    }

    private boolean extendsOurs(String name) {
        try {
            String next = name;
            for (int generation = 0; next != null && generation < 10; generation++) {
                if (next.equals(RealmTheme.OURS)) {
                    return true;
                }
                Theme found = session.theme().getTheme(next, theme.type());
                next = found.getName().equals(next) ? found.getParentName() : null;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
