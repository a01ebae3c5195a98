package org.childrensportal.keycloak.address;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.childrensportal.keycloak.metrics.RealmCounter;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Removes the accounts that registration made and nobody confirmed in time. It never looks at an
 * account that was confirmed, which has an address of its own, or at one that an administrator
 * made, which has another user name.
 */
final class PendingRemoval implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(PendingRemoval.class);
    private static final String TASK = "portal-pending-removal";

    private final KeycloakSessionFactory factory;
    private final Function<RealmModel, Duration> life;
    private final int interval;

    /**
     * @param life how long an account of the realm stays pending; zero for ever
     * @param interval the seconds from one run to the next
     */
    PendingRemoval(
            KeycloakSessionFactory factory, Function<RealmModel, Duration> life, int interval) {
        this.factory = factory;
        this.life = life;
        this.interval = interval;
    }

    /** Runs on one node at a time: a node that is due meanwhile skips its turn. */
    @Override
    public void run(KeycloakSession session) {
        session.getProvider(ClusterProvider.class)
                .executeIfNotExecuted(
                        TASK,
                        interval,
                        () -> {
                            removeAll();
                            return true;
                        });
    }

    private void removeAll() {
        List<String> realms =
                inTransaction(
                        session ->
                                session.realms().getRealmsStream().map(RealmModel::getId).toList());
        for (String realm : realms) {
            try {
                removeFrom(realm);
            } catch (RuntimeException e) {
                // A fault in one realm must not keep the others waiting.
                LOG.errorf(e, "Accounts of realm %s that were not confirmed stay", realm);
            }
        }
    }

    private void removeFrom(String realmId) {
        Duration pending = inTransaction(session -> life(session, realmId));
        if (pending.isZero()) {
            return;
        }
        long before = Time.currentTimeMillis() - pending.toMillis();
        int removed = 0;
        List<StoredAccounts.Row> batch = List.of();
        do {
            String last = batch.isEmpty() ? AccountName.PENDING : name(batch);
            batch =
                    inTransaction(
                            session ->
                                    new StoredAccounts(session, realmId)
                                            .unconfirmed(
                                                    AccountName.PENDING,
                                                    last,
                                                    Instant.ofEpochMilli(before)));
            for (StoredAccounts.Row account : batch) {
                // An administrator may have chosen a similar user name.
                if (AccountName.isPending(account.name()) && isRemoved(realmId, account.id())) {
                    removed++;
                }
            }
        } while (batch.size() == StoredAccounts.BATCH);
        if (removed > 0) {
            LOG.infof("Removed %d accounts of realm %s that were not confirmed", removed, realmId);
        }
    }

    /** Zero for a realm that was removed meanwhile. */
    private Duration life(KeycloakSession session, String realmId) {
        return Optional.ofNullable(session.realms().getRealm(realmId))
                .map(life)
                .orElse(Duration.ZERO);
    }

    private boolean isRemoved(String realmId, String userId) {
        try {
            return inTransaction(session -> remove(session, realmId, userId));
        } catch (RuntimeException e) {
            // The next run tries again.
            LOG.errorf(e, "Account %s of realm %s was not removed", userId, realmId);
            return false;
        }
    }

    private static String name(List<StoredAccounts.Row> batch) {
        return batch.get(batch.size() - 1).name();
    }

    /** Checks again under the account lock, because the account may be confirmed at this moment. */
    private static boolean remove(KeycloakSession session, String realmId, String userId) {
        if (!new AccountLock(session, userId).takeIfPending()) {
            return false;
        }
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return false;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, userId);
        EventBuilder event =
                new EventBuilder(realm, session)
                        .event(EventType.DELETE_ACCOUNT)
                        .user(userId)
                        .detail(Details.REASON, "not_confirmed_in_time");
        boolean removed = new UserManager(session).removeUser(realm, user);
        if (removed) {
            event.success();
            RealmCounter.UNCONFIRMED_REMOVED.increment(realm);
        }
        return removed;
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
    }
}
