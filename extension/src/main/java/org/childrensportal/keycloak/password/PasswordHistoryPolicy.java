package org.childrensportal.keycloak.password;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Keycloak's history policy with the meaning of the user guide: {@code passwordHistory(8)} refuses
 * the current password and the previous eight. Keycloak 26.7's own counts the current one among the
 * eight. So the value that Keycloak sees, which also decides how many rows it keeps, is one more
 * than the administrator's.
 *
 * <p>Every comparison costs one hash computation. It comes after every other policy and stops at
 * the first match.
 */
final class PasswordHistoryPolicy implements PasswordPolicyProvider {

    /** How many previous passwords are refused: the guide's eight by default. */
    static final BoundedSetting PREVIOUS =
            new BoundedSetting(
                    PasswordPolicy.PASSWORD_HISTORY_ID,
                    PasswordHistoryPolicyFactory.LABEL,
                    "",
                    8,
                    1,
                    24);

    private static final int CURRENT = 1;
    private static final String IN_HISTORY = "invalidPasswordHistoryMessage";

    private final KeycloakSession session;

    PasswordHistoryPolicy(KeycloakSession session) {
        this.session = session;
    }

    /** How many previous passwords {@code realm} refuses besides the current one, if any. */
    static Optional<Integer> previousOf(RealmModel realm) {
        return Optional.of(realm.getPasswordPolicy().getExpiredPasswords())
                .filter(counted -> counted > 0)
                .map(counted -> counted - CURRENT);
    }

    @Override
    public Integer parseConfig(String value) {
        int previous =
                value == null || value.isBlank()
                        ? PREVIOUS.standard()
                        : new PolicyNumber(PREVIOUS).parse(value);
        return previous + CURRENT;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return cheaper(realm, user, password)
                .or(() -> inHistory(realm, user, password))
                .orElse(null);
    }

    @Override
    public PolicyError validate(String user, String password) {
        // A user who does not exist yet has no history.
        return null;
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
        return previousOf(realm)
                .filter(previous -> rows(user, previous).anyMatch(row -> is(row, password)))
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
    private boolean is(CredentialModel row, String password) {
        PasswordCredentialModel earlier = PasswordCredentialModel.createFromCredentialModel(row);
        PasswordHashProvider hash =
                session.getProvider(
                        PasswordHashProvider.class,
                        earlier.getPasswordCredentialData().getAlgorithm());
        return hash != null && hash.verify(password, earlier);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
