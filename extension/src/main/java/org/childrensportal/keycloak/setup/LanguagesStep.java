package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/** The realm offers the languages that the portal's pages are in, beside its own. */
final class LanguagesStep extends RealmStep {

    private static final String DEFAULT = "default-language";
    private static final String NONE = Remembered.NONE;

    private final RealmModel realm;
    private final Remembered remembered;
    private final Set<String> needed;
    private final String standard;

    /**
     * @param needed their tags, such as {@code cy}
     * @param standard the language of a realm that has chosen none
     */
    LanguagesStep(RealmModel realm, Set<String> needed, String standard) {
        super("languages", "Realm settings > Localization");
        this.realm = realm;
        this.remembered = new Remembered(realm);
        this.needed = needed;
        this.standard = standard;
    }

    @Override
    List<RealmChange> setUp() {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(offered());
        boolean noDefault = realm.getDefaultLocale() == null || realm.getDefaultLocale().isBlank();
        if (missing.isEmpty() && !noDefault) {
            return List.of();
        }
        return List.of(
                change(
                        "Offer the languages %s; the default is %s"
                                .formatted(
                                        String.join(", ", needed),
                                        noDefault ? standard : realm.getDefaultLocale()),
                        () -> offer(missing)));
    }

    private void offer(Set<String> missing) {
        Set<String> all = offered();
        all.addAll(missing);
        realm.setSupportedLocales(all);
        remembered.keepMore(name(), missing);
        if (realm.getDefaultLocale() == null || realm.getDefaultLocale().isBlank()) {
            remembered.keep(DEFAULT, NONE);
            realm.setDefaultLocale(standard);
        }
    }

    @Override
    List<RealmChange> leave() {
        Set<String> added = remembered.names(name());
        added.retainAll(needed);
        added.retainAll(offered());
        boolean defaultIsOurs =
                remembered.of(DEFAULT).isPresent() && standard.equals(realm.getDefaultLocale());
        return added.isEmpty() && !defaultIsOurs
                ? List.of()
                : List.of(
                        change(
                                "Offer the languages of before: no longer "
                                        + String.join(", ", added),
                                () -> withdraw(added)));
    }

    private void withdraw(Set<String> added) {
        Set<String> left = offered();
        left.removeAll(added);
        realm.setSupportedLocales(left);
        if (remembered.of(DEFAULT).isPresent() && standard.equals(realm.getDefaultLocale())) {
            realm.setDefaultLocale(null);
        }
    }

    private Set<String> offered() {
        return realm.getSupportedLocalesStream().collect(Collectors.toCollection(TreeSet::new));
    }
}
