package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * No two accounts have one address, as their own or as their user name: it has one owner. Keycloak
 * 26.7 switches "Duplicate emails" off by itself where "Login with email" is switched on, and finds
 * nobody then whose address is another's too, nor whose user name is another's address.
 */
final class UniqueAddressesStep extends RealmStep {

    private static final String CHANGED = "changed";

    private final RealmModel realm;
    private final Remembered remembered;
    private final StoredAccounts accounts;

    UniqueAddressesStep(KeycloakSession session, RealmModel realm) {
        super("duplicate-emails", "Realm settings > Login");
        this.realm = realm;
        this.remembered = new Remembered(realm);
        this.accounts = new StoredAccounts(session, realm.getId());
    }

    @Override
    List<RealmChange> setUp() {
        return realm.isDuplicateEmailsAllowed()
                ? List.of(change("Switch off \"Duplicate emails\"", this::switchOff))
                : List.of();
    }

    private void switchOff() {
        remembered.keep(name(), CHANGED);
        realm.setDuplicateEmailsAllowed(false);
    }

    @Override
    List<RealmChange.Words> setUpObstacles() {
        List<RealmChange.Words> obstacles = new ArrayList<>();
        if (accounts.sharedAddresses() > 0) {
            obstacles.add(
                    words(
                            "%d email addresses belong to more than one account each: give each account its own"
                                    .formatted(accounts.sharedAddresses())));
        }
        if (accounts.namedAsAnothersAddress() > 0) {
            obstacles.add(
                    words(
                            ("%d accounts have a user name that is the email address of another"
                                            + " account: give them other user names")
                                    .formatted(accounts.namedAsAnothersAddress())));
        }
        return obstacles;
    }

    /** Not where somebody has chosen since what Keycloak switches off with it. */
    @Override
    List<RealmChange> leave() {
        boolean keepsLoginWithEmail =
                realm.isLoginWithEmailAllowed()
                        && remembered.of(RealmSwitch.LOGIN_WITH_EMAIL).isEmpty();
        return remembered.of(name()).isPresent()
                        && !realm.isDuplicateEmailsAllowed()
                        && !realm.isRegistrationEmailAsUsername()
                        && !keepsLoginWithEmail
                ? List.of(
                        change(
                                "Switch on \"Duplicate emails\", as before",
                                () -> realm.setDuplicateEmailsAllowed(true)))
                : List.of();
    }
}
