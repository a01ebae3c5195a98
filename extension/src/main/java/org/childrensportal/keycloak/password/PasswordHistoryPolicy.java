package org.childrensportal.keycloak.password;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.policy.HistoryPasswordPolicyProvider;
import org.keycloak.policy.HistoryPasswordPolicyProviderFactory;
import org.keycloak.policy.PasswordPolicyConfigException;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Keycloak's history policy. In a portal realm it has the meaning of the user guide: {@code
 * passwordHistory(8)} refuses the current password and the previous eight, where Keycloak 26.7's
 * own counts the current one among the eight. Every other realm is handed on to Keycloak's.
 *
 * <p>Every comparison costs one hash computation for each spelling of the new password, see {@link
 * PasswordBeingSet}. It comes after every other policy and stops at the first match.
 */
final class PasswordHistoryPolicy extends HistoryPasswordPolicyProvider {

    /** How many previous passwords are refused: the guide's eight by default. */
    private static final PolicyNumber PREVIOUS =
            new PolicyNumber(
                    new BoundedSetting(
                            PasswordPolicy.PASSWORD_HISTORY_ID,
                            "The number of previous passwords",
                            "",
                            8,
                            1,
                            24));

    /** Any number that Keycloak has room for, and its default. */
    private static final BoundedSetting ANY =
            new BoundedSetting(
                    PasswordPolicy.PASSWORD_HISTORY_ID,
                    "",
                    "",
                    HistoryPasswordPolicyProviderFactory.DEFAULT_VALUE,
                    Integer.MIN_VALUE,
                    Integer.MAX_VALUE);

    private static final String IN_HISTORY = "invalidPasswordHistoryMessage";

    private final KeycloakSession session;

    PasswordHistoryPolicy(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    /** How many previous passwords a portal realm refuses besides the current one, if any. */
    static Optional<Integer> previousOf(RealmModel realm) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        return policy.getPolicies().contains(PasswordPolicy.PASSWORD_HISTORY_ID)
                ? Optional.of(PREVIOUS.of(realm, String.valueOf(policy.getExpiredPasswords())))
                : Optional.empty();
    }

    /**
     * Keycloak's number. It is not known here which realm a policy is read for, but for one that is
     * saved. What is stored and no number for Keycloak is taken as near as can be, where Keycloak
     * 26.7 would not start.
     */
    @Override
    public Object parseConfig(String value) {
        RealmModel realm = session.getContext().getRealm();
        if (realm != null && new PortalRealm(realm).isPortal()) {
            PREVIOUS.judge(session, value);
        }
        try {
            return super.parseConfig(value);
        } catch (PasswordPolicyConfigException e) {
            if (PolicyReader.isAdministrator() && !PREVIOUS.isStored(session, value)) {
                throw e;
            }
            return ANY.nearest(value);
        }
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return new PortalRealm(realm).isPortal()
                ? cheaper(realm, user, password)
                        .or(() -> inHistory(realm, user, password))
                        .orElse(null)
                : super.validate(realm, user, password);
    }

    /** What any other policy of the realm says, so that a password it refuses costs no hashing. */
    private Optional<PolicyError> cheaper(RealmModel realm, UserModel user, String password) {
        return realm.getPasswordPolicy().getPolicies().stream()
                .filter(id -> !id.equals(PasswordPolicy.PASSWORD_HISTORY_ID))
                .map(id -> session.getProvider(PasswordPolicyProvider.class, id))
                .map(policy -> policy.validate(realm, user, password))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<PolicyError> inHistory(RealmModel realm, UserModel user, String password) {
        List<String> spellings = PasswordBeingSet.spellings(session, realm, password);
        return previousOf(realm)
                .filter(
                        previous ->
                                rows(user, previous)
                                        .anyMatch(
                                                row ->
                                                        spellings.stream()
                                                                .anyMatch(text -> is(row, text))))
                .map(previous -> new PolicyError(IN_HISTORY, previous));
    }

    /** The current password, then the newest of the previous ones. */
    private static Stream<CredentialModel> rows(UserModel user, int previous) {
        return Stream.concat(
                user.credentialManager()
                        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE),
                user.credentialManager()
                        .getStoredCredentialsByTypeStream(PasswordCredentialModel.PASSWORD_HISTORY)
                        .sorted(CredentialModel.comparingByStartDateDesc())
                        .limit(previous));
    }

    /** A row whose algorithm this server does not have can match nothing. */
    private boolean is(CredentialModel row, String spelling) {
        PasswordCredentialModel earlier = PasswordCredentialModel.createFromCredentialModel(row);
        PasswordHashProvider hash =
                session.getProvider(
                        PasswordHashProvider.class,
                        earlier.getPasswordCredentialData().getAlgorithm());
        return hash != null && hash.verify(spelling, earlier);
    }
}
