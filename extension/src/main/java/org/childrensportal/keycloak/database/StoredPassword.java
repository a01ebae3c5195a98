package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

/** The hash of a password in Keycloak's own database, as it is committed now. */
public final class StoredPassword {

    private final KeycloakSession session;
    private final String id;

    /**
     * The password of one account.
     *
     * @param id the credential's id
     */
    public StoredPassword(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /**
     * Makes {@code newer} of {@code old}, the same password hashed anew. A change of the password
     * at the same moment wins: the row's version (Keycloak 26.7, CredentialEntity) is looked at and
     * stays as it is, so the change neither fails nor is undone. Its date and label stay too.
     *
     * @return false if {@code old} is not the account's hash any more, or is kept elsewhere
     */
    public boolean replace(PasswordCredentialModel old, PasswordCredentialModel newer) {
        EntityManager entities = OwnTransaction.entities(session);
        return entities.createQuery(
                        "select c.secretData, c.version from CredentialEntity c where c.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .filter(row -> old.getSecretData().equals(row[0]))
                .anyMatch(row -> update(entities, newer, row[1]) == 1);
    }

    private int update(EntityManager entities, PasswordCredentialModel newer, Object version) {
        return entities.createQuery(
                        "update CredentialEntity c set c.secretData = :secret,"
                                + " c.credentialData = :data"
                                + " where c.id = :id and c.version = :version")
                .setParameter("secret", newer.getSecretData())
                .setParameter("data", newer.getCredentialData())
                .setParameter("id", id)
                .setParameter("version", version)
                .executeUpdate();
    }
}
