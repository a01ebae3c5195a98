package org.childrensportal.keycloak.setup;

import java.util.List;
import org.childrensportal.keycloak.address.PendingAccounts;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** No account waits for a code that nobody asks for any more. */
final class PendingAccountsStep extends RealmStep {

    private final PendingAccounts accounts;

    PendingAccountsStep(KeycloakSession session, RealmModel realm) {
        super("pending-accounts", "Users, searched by pending-*");
        this.accounts = new PendingAccounts(session, realm);
    }

    @Override
    List<RealmChange> leave() {
        int count = accounts.count();
        return count == 0
                ? List.of()
                : List.of(
                        change(
                                "Remove %d pending accounts, whose address nobody has confirmed"
                                        .formatted(count),
                                accounts::removeAll));
    }
}
