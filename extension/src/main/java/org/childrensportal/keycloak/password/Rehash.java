package org.childrensportal.keycloak.password;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Makes a hash anew of the composed spelling, once the request that has found it is committed, as
 * Keycloak does when a realm's algorithm has changed ({@code rehashPasswordIfRequired}, 26.7): in a
 * transaction of its own, so that two sign-ins at once don't fail for it. It stays the same
 * password: its date, which browsers are known by, stays.
 */
final class Rehash {

    private static final Logger LOG = Logger.getLogger(Rehash.class);

    private final String realm;
    private final String user;

    Rehash(RealmModel realm, UserModel user) {
        this.realm = realm.getId();
        this.user = user.getId();
    }

    /** Does it as soon as {@code session} is committed. */
    void enlist(KeycloakSession session, String typed, String composed) {
        session.getTransactionManager()
                .enlistAfterCompletion(
                        new AbstractKeycloakTransaction() {
                            @Override
                            protected void commitImpl() {
                                run(session, typed, composed);
                            }

                            @Override
                            protected void rollbackImpl() {
                                // The next sign-in does it.
                            }
                        });
    }

    private void run(KeycloakSession session, String typed, String composed) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> rehash(own, typed, composed));
        } catch (ModelException e) {
            LOG.infof(e, "Another sign-in of user %s was faster at a new hash", user);
        }
    }

    private void rehash(KeycloakSession own, String typed, String composed) {
        ComposedPassword passwords = ComposedPassword.of(own);
        Optional.ofNullable(own.realms().getRealm(realm))
                .ifPresent(
                        present ->
                                Optional.ofNullable(own.users().getUserById(present, user))
                                        .ifPresent(
                                                person ->
                                                        passwords.rehash(
                                                                present, person, typed, composed)));
    }
}
