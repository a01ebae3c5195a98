package org.childrensportal.keycloak.setup;

import java.util.List;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** No two accounts have one address: it has one owner. */
final class UniqueAddressesStep extends RealmStep {

    private static final String CHANGED = "changed";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Remembered remembered;

    UniqueAddressesStep(KeycloakSession session, RealmModel realm) {
        super("duplicate-emails", "Realm settings > Login");
        this.session = session;
        this.realm = realm;
        this.remembered = new Remembered(realm);
    }

    @Override
    List<RealmChange> setUp() {
        return realm.isDuplicateEmailsAllowed() && shared() == 0
                ? List.of(change("Switch off \"Duplicate emails\"", this::switchOff))
                : List.of();
    }

    private void switchOff() {
        remembered.keep(name(), CHANGED);
        realm.setDuplicateEmailsAllowed(false);
    }

    @Override
    List<RealmChange.Words> toDo() {
        long shared = realm.isDuplicateEmailsAllowed() ? shared() : 0;
        return shared == 0
                ? List.of()
                : List.of(
                        words(
                                ("%d email addresses belong to more than one account each: give"
                                     + " each account its own, then switch off \"Duplicate"
                                     + " emails\"")
                                        .formatted(shared)));
    }

    @Override
    List<RealmChange> leave() {
        return remembered.of(name()).isPresent() && !realm.isDuplicateEmailsAllowed()
                ? List.of(
                        change(
                                "Switch on \"Duplicate emails\", as before",
                                () -> realm.setDuplicateEmailsAllowed(true)))
                : List.of();
    }

    private long shared() {
        return new StoredAccounts(session, realm.getId()).sharedAddresses();
    }
}
