package org.childrensportal.keycloak.emailcode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many mails this node is sending for each realm, so that a slow mail server cannot use up all
 * threads. Each realm may have a mail server of its own. A realm without mails in progress takes no
 * space.
 */
final class MailsInProgress {

    private final Map<String, Integer> byRealm = new ConcurrentHashMap<>();

    /**
     * Counts one more.
     *
     * @return false if the realm has {@code most} already; nothing is counted then
     */
    boolean begin(String realmId, int most) {
        boolean begun = byRealm.merge(realmId, 1, Integer::sum) <= most;
        if (!begun) {
            end(realmId);
        }
        return begun;
    }

    /** One that was counted is done. */
    void end(String realmId) {
        byRealm.computeIfPresent(realmId, (realm, count) -> count > 1 ? count - 1 : null);
    }

    /** How many the realm has at the moment. */
    int of(String realmId) {
        return byRealm.getOrDefault(realmId, 0);
    }

    /** The realms that have mails in progress. */
    int realms() {
        return byRealm.size();
    }
}
