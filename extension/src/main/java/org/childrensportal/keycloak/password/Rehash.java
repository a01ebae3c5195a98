package org.childrensportal.keycloak.password;

import java.util.Objects;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Makes a hash anew of the composed spelling, once the request that has found it is committed, as
 * Keycloak does when a realm's algorithm has changed ({@code rehashPasswordIfRequired}, 26.7): in a
 * transaction of its own, so that two sign-ins at once don't fail for it. It stays the same
 * password: its date, which browsers are known by, stays.
 *
 * @param date when the password was set, by which it is known whether it was changed meanwhile;
 *     milliseconds
 */
record Rehash(String realm, String user, String password, Long date) {

    private static final Logger LOG = Logger.getLogger(Rehash.class);

    static Rehash of(PasswordCredentialModel password, RealmModel realm, UserModel user) {
        return new Rehash(realm.getId(), user.getId(), password.getId(), password.getCreatedDate());
    }

    /** Does it as soon as {@code session} is committed. */
    void enlist(KeycloakSession session, String composed) {
        session.getTransactionManager()
                .enlistAfterCompletion(
                        new AbstractKeycloakTransaction() {
                            @Override
                            protected void commitImpl() {
                                run(session, composed);
                            }

                            @Override
                            protected void rollbackImpl() {
                                // The next sign-in does it.
                            }
                        });
    }

    private void run(KeycloakSession session, String composed) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own ->
                            ((ComposedPassword)
                                            own.getProvider(
                                                    CredentialProvider.class,
                                                    PasswordCredentialProviderFactory.PROVIDER_ID))
                                    .rehash(this, composed));
        } catch (ModelException e) {
            LOG.infof(e, "Another sign-in of user %s was faster at a new hash", user);
        }
    }

    /** Whether {@code other} is still the password that was found. */
    boolean isOf(PasswordCredentialModel other) {
        return other != null
                && password.equals(other.getId())
                && Objects.equals(date, other.getCreatedDate());
    }
}
