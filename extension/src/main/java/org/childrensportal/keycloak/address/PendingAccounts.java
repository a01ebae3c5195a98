package org.childrensportal.keycloak.address;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** All pending accounts of a realm, for a realm that is the portal's no longer. */
public final class PendingAccounts {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Those of {@code realm}. */
    public PendingAccounts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** How many there are. */
    public int count() {
        return ids().size();
    }

    /**
     * How many there are, in one statement. It counts in an account that an administrator made with
     * a user name like theirs and without an address.
     */
    public long roughly() {
        return new StoredAccounts(session, realm.getId()).unconfirmed(AccountName.PENDING);
    }

    /**
     * Removes them, each in a transaction of its own: anybody can make many, and a request that is
     * cut short is not in vain. One that is confirmed by now stays.
     *
     * @throws IllegalStateException if one can't be removed; the others are then
     */
    public void removeAll() {
        String realmId = realm.getId();
        List<RuntimeException> faults = new ArrayList<>();
        for (String id : ids()) {
            try {
                KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(), own -> remove(own, realmId, id));
            } catch (RuntimeException e) {
                faults.add(e);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "%d accounts can't be removed".formatted(faults.size()), faults.get(0));
        }
    }

    private static void remove(KeycloakSession own, String realmId, String id) {
        if (new AccountLock(own, id).takeIfPending()) {
            RealmModel realm = own.realms().getRealm(realmId);
            own.getContext().setRealm(realm);
            UserModel user = own.users().getUserById(realm, id);
            new UserManager(own).removeUser(realm, user);
        }
    }

    private List<String> ids() {
        StoredAccounts accounts = new StoredAccounts(session, realm.getId());
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis()).plusSeconds(1);
        List<String> ids = new ArrayList<>();
        List<StoredAccounts.Row> batch = List.of();
        do {
            String last =
                    batch.isEmpty() ? AccountName.PENDING : batch.get(batch.size() - 1).name();
            batch = accounts.unconfirmed(AccountName.PENDING, last, now);
            batch.stream()
                    .filter(row -> AccountName.isPending(row.name()))
                    .map(StoredAccounts.Row::id)
                    .forEach(ids::add);
        } while (batch.size() == StoredAccounts.BATCH);
        return ids;
    }
}
