package org.childrensportal.keycloak.addresschange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.childrensportal.keycloak.database.StoredAccount;
import org.childrensportal.keycloak.database.StoredChange;
import org.childrensportal.keycloak.database.StoredChanges;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Changes an address back, and takes from whoever changed it all by which they could come in. In
 * one transaction, with the account locked.
 */
final class AddressUndo {

    private static final Clock CLOCK = new KeycloakClock();

    /** The reason of the event. */
    private static final String REASON = "changed_back";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final WayBack wayBack;

    AddressUndo(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.wayBack = new WayBack(session, realm);
    }

    /**
     * What came of it.
     *
     * @param account the account's id, where the result is that it is done
     */
    record Outcome(UndoResult result, Optional<String> account) {

        private static Outcome of(UndoResult result) {
            return new Outcome(result, Optional.empty());
        }
    }

    /** What following the link would come to; nothing if it can be followed. */
    Optional<UndoResult> obstacle(String key) {
        return obstacle(wayBack.find(key));
    }

    private static Optional<UndoResult> obstacle(Optional<StoredChange> change) {
        if (change.filter(found -> CLOCK.instant().isBefore(found.expires())).isEmpty()) {
            return Optional.of(UndoResult.UNKNOWN);
        }
        return change.filter(StoredChange::used).map(used -> UndoResult.USED);
    }

    /**
     * Changes the address back.
     *
     * @throws ModelDuplicateException if another account is given the address at this moment; the
     *     transaction cannot be committed then
     */
    Outcome undo(String key) {
        Optional<StoredChange> seen = wayBack.find(key);
        if (obstacle(seen).isPresent() || !new AccountLock(session, seen.get().account()).take()) {
            return Outcome.of(obstacle(seen).orElse(UndoResult.UNKNOWN));
        }
        // Looked at again under the lock: it may have been used, or the account closed, meanwhile.
        Optional<StoredChange> change = wayBack.find(key);
        UserModel user = session.users().getUserById(realm, seen.get().account());
        Optional<UndoResult> obstacle = obstacle(change);
        if (obstacle.isPresent() || user == null) {
            return Outcome.of(obstacle.orElse(UndoResult.UNKNOWN));
        }
        return undo(user, change.orElseThrow());
    }

    private Outcome undo(UserModel user, StoredChange change) {
        StoredAccount stored = new StoredAccount(session, user.getId());
        Optional<String> address = stored.addresses().own();
        if (!new AddressClaim(user).changeTo(session, realm, change.previous())) {
            return Outcome.of(UndoResult.TAKEN);
        }
        Instant now = CLOCK.instant();
        new StoredChanges(session, realm.getId()).use(change, now);
        new WaysIn(session, realm, user).close(change, wayBack);
        // What was begun, and every token, is older.
        session.users().setNotBeforeForUser(realm, user, Math.toIntExact(now.getEpochSecond()));
        // Whoever has the mailbox is not kept out by wrong passwords of others.
        session.loginFailures().removeUserLoginFailure(realm, user.getId());
        event(user, change, address);
        return new Outcome(
                user.isEnabled() ? UndoResult.DONE : UndoResult.DONE_DISABLED,
                Optional.of(user.getId()));
    }

    private void event(UserModel user, StoredChange change, Optional<String> address) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.UPDATE_EMAIL)
                .user(user)
                .detail(Details.REASON, REASON)
                .detail(Details.PREVIOUS_EMAIL, address.orElse(null))
                .detail(Details.UPDATED_EMAIL, change.previous())
                .success();
    }
}
