package org.childrensportal.keycloak.database;

import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The password of one account as it is committed now, whatever Keycloak's cache says. Passwords of
 * accounts of other user stores are not in this table.
 */
public final class StoredPassword {

    private final KeycloakSession session;
    private final String account;

    /**
     * The password of an account.
     *
     * @param account the account's id
     */
    public StoredPassword(KeycloakSession session, String account) {
        this.session = session;
        this.account = account;
    }

    /**
     * One hash.
     *
     * @param id of its row
     * @param version counts how often the row was written
     * @param model what Keycloak's hash providers read
     */
    public record Hash(String id, int version, PasswordCredentialModel model) {}

    /** The hash; none if the account has no password here. */
    public Optional<Hash> read() {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select c.id, c.version, c.secretData, c.credentialData"
                                + " from CredentialEntity c where c.user.id = :account"
                                + " and c.type = :type order by c.priority",
                        Object[].class)
                .setParameter("account", account)
                .setParameter("type", PasswordCredentialModel.TYPE)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Hash((String) row[0], (Integer) row[1], model(row)))
                .findFirst();
    }

    private static PasswordCredentialModel model(Object[] row) {
        CredentialModel stored = new CredentialModel();
        stored.setSecretData((String) row[2]);
        stored.setCredentialData((String) row[3]);
        return PasswordCredentialModel.createFromCredentialModel(stored);
    }

    /**
     * Puts {@code newer} in the place of {@code old}: the same password, with the date that it had.
     * Does nothing if the row was written meanwhile: it may be another password. The row's version
     * stays, so that whoever is choosing another one at this moment is not stopped by it.
     *
     * @param user the account, for the cache
     */
    public void replace(Hash old, PasswordCredentialModel newer, RealmModel realm, UserModel user) {
        int replaced =
                OwnTransaction.entities(session)
                        .createQuery(
                                "update CredentialEntity c set c.secretData = :secret,"
                                        + " c.credentialData = :data"
                                        + " where c.id = :id and c.version = :version")
                        .setParameter("secret", newer.getSecretData())
                        .setParameter("data", newer.getCredentialData())
                        .setParameter("id", old.id())
                        .setParameter("version", old.version())
                        .executeUpdate();
        UserCache cache = session.getProvider(UserCache.class);
        if (replaced > 0 && cache != null) {
            cache.evict(realm, user);
        }
    }
}
