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

    /** Removes them, within the request's transaction; one that is confirmed by now stays. */
    public void removeAll() {
        UserManager users = new UserManager(session);
        for (String id : ids()) {
            if (new AccountLock(session, id).takeIfPending()) {
                UserModel user = session.users().getUserById(realm, id);
                users.removeUser(realm, user);
            }
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
