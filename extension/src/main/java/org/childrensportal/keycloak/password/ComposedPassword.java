package org.childrensportal.keycloak.password;

import java.util.List;
import java.util.Optional;
import org.childrensportal.keycloak.database.StoredPassword;
import org.childrensportal.keycloak.domain.password.PasswordText;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.standing.KeptSessions;
import org.childrensportal.keycloak.standing.SessionPassword;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keycloak's passwords, of which the composed spelling is hashed and compared, whoever sets or
 * checks one: whichever way a keyboard spells "Ü", it is the same password. Hashes that were made
 * before, of whatever was typed, are found by a {@link TypedPassword} and made anew.
 *
 * <p>All is done by Keycloak's own provider. In realms that aren't the portal's, it is handed what
 * was typed.
 */
final class ComposedPassword extends PasswordCredentialProvider {

    private final PasswordCredentialProvider keycloaks;

    /**
     * @param keycloaks what does the work, and keeps Keycloak's metrics: those of this one are off
     */
    ComposedPassword(KeycloakSession session, PasswordCredentialProvider keycloaks) {
        super(session, null, false, false, false, false, false);
        this.keycloaks = keycloaks;
    }

    @Override
    public boolean createCredential(RealmModel realm, UserModel user, String password) {
        if (password == null || !new PortalRealm(realm).isPortal()) {
            return keycloaks.createCredential(realm, user, password);
        }
        PasswordText text = new PasswordText(password);
        PasswordBeingSet.note(session, text);
        return super.createCredential(realm, user, text.composed());
    }

    /** Keeps as many earlier passwords as the guide's history compares a new one with. */
    @Override
    public CredentialModel createCredential(
            RealmModel realm, UserModel user, PasswordCredentialModel credential) {
        if (!new PortalRealm(realm).isPortal()) {
            return keycloaks.createCredential(realm, user, credential);
        }
        Optional<KeptSessions> kept = keptSessions(realm, user);
        CredentialModel created =
                keycloaks.createCredential(new GuidesHistory(session, realm), user, credential);
        kept.ifPresent(sessions -> sessions.know(created.getCreatedDate()));
        return created;
    }

    /** Not looked for where there are none: an account that is made by this request has none. */
    private Optional<KeptSessions> keptSessions(RealmModel realm, UserModel user) {
        return user instanceof CachedUserModel
                ? Optional.of(KeptSessions.of(session, realm, user))
                : Optional.empty();
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        if (!isPassword(input) || !new PortalRealm(realm).isPortal()) {
            return keycloaks.isValid(realm, user, input);
        }
        List<String> spellings =
                input instanceof TypedPassword typed
                        ? typed.spellings()
                        : List.of(new PasswordText(input.getChallengeResponse()).composed());
        boolean right = isOneOf(realm, user, spellings);
        if (right) {
            SessionPassword.noteCompared(session, user);
        }
        return right;
    }

    /** What else there may be, Keycloak refuses (26.7). */
    private static boolean isPassword(CredentialInput input) {
        return input instanceof UserCredentialModel && input.getChallengeResponse() != null;
    }

    /**
     * By Keycloak, which makes a hash anew that is not as the policy wants it, once the comparison
     * is committed, and writes over whatever password there is by then ({@code
     * rehashPasswordIfRequired}, 26.7): the one before another that was chosen meanwhile would be
     * back. So such a comparison is rolled back, and {@link Rehash} makes the hash.
     */
    private boolean is(RealmModel realm, UserModel user, String spelling) {
        CredentialInput typed = UserCredentialModel.password(spelling);
        return isAsThePolicyWants(realm, getPassword(realm, user))
                ? keycloaks.isValid(realm, user, typed)
                : KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(),
                        session.getContext(),
                        own -> isRolledBack(own, realm.getId(), user.getId(), typed),
                        ComposedPassword.class.getName());
    }

    private static boolean isRolledBack(
            KeycloakSession own, String realmId, String account, CredentialInput typed) {
        own.getTransactionManager().setRollbackOnly();
        RealmModel realm = own.realms().getRealm(realmId);
        UserModel user = realm == null ? null : own.users().getUserById(realm, account);
        return user != null && of(own).keycloaks.isValid(realm, user, typed);
    }

    /** That of {@code session}: no other has Keycloak's id and a higher order. */
    static ComposedPassword of(KeycloakSession session) {
        return (ComposedPassword)
                session.getProvider(
                        CredentialProvider.class, PasswordCredentialProviderFactory.PROVIDER_ID);
    }

    /**
     * Another sign-in may make the hash anew between two of these comparisons, so that neither
     * finds it: then it is the composed spelling's.
     */
    private boolean isOneOf(RealmModel realm, UserModel user, List<String> spellings) {
        PasswordCredentialModel before = getPassword(realm, user);
        String composed = spellings.get(0);
        for (String spelling : spellings) {
            if (is(realm, user, spelling)) {
                if (!spelling.equals(composed) || !isAsThePolicyWants(realm, before)) {
                    new Rehash(realm, user).enlist(session, spelling, composed);
                }
                return true;
            }
        }
        return isMadeAnew(before, getPassword(realm, user)) && is(realm, user, composed);
    }

    private boolean isAsThePolicyWants(RealmModel realm, PasswordCredentialModel hash) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        return hash == null || getHashProvider(policy).policyCheck(policy, hash);
    }

    private static boolean isMadeAnew(PasswordCredentialModel before, PasswordCredentialModel now) {
        return before != null && now != null && !before.getSecretData().equals(now.getSecretData());
    }

    /**
     * Makes the hash of what was typed anew, of the composed spelling, unless the password was
     * changed or its account removed meanwhile. What is there now is read and compared once more:
     * Keycloak's cache may not know yet of a new password.
     */
    void rehash(RealmModel realm, UserModel user, String typed, String composed) {
        StoredPassword stored = new StoredPassword(session, user.getId());
        stored.read()
                .filter(hash -> isOf(typed, hash.model()))
                .ifPresent(hash -> stored.replace(hash, anew(realm, composed), realm, user));
    }

    private boolean isOf(String typed, PasswordCredentialModel hash) {
        PasswordHashProvider algorithm =
                session.getProvider(
                        PasswordHashProvider.class,
                        hash.getPasswordCredentialData().getAlgorithm());
        return algorithm != null && algorithm.verify(typed, hash);
    }

    private PasswordCredentialModel anew(RealmModel realm, String composed) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        return getHashProvider(policy).encodedCredential(composed, policy.getHashIterations());
    }
}
