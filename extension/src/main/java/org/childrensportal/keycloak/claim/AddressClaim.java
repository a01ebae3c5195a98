package org.childrensportal.keycloak.claim;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.messages.Messages;
import org.keycloak.validate.ValidationError;

/**
 * The address that a pending account claims. It is an attribute only, so any number of accounts can
 * claim the same one, and becomes the account's own when its code is entered.
 *
 * @param user the account
 */
public record AddressClaim(UserModel user) {

    /** The attribute; declared in the user profile, where administrators see and search it. */
    public static final String ATTRIBUTE = "claimedEmail";

    /** Begins the name of an account that has no address of its own yet. */
    static final String PENDING = "pending-";

    /** Nobody else gives an account such a name: this, and a UUID. */
    private static final Pattern PENDING_NAME =
            Pattern.compile(PENDING + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Makes a pending account that claims {@code address}. */
    public static UserModel pendingAccount(
            KeycloakSession session, RealmModel realm, String address) {
        UserModel user = session.users().addUser(realm, PENDING + KeycloakModelUtils.generateId());
        new AddressClaim(user).make(address);
        return user;
    }

    /** Whether registration gave an account the name {@code username}. */
    static boolean isPendingName(String username) {
        return PENDING_NAME.matcher(username).matches();
    }

    /** The pending accounts that claim {@code address}. */
    public static Stream<UserModel> pending(
            KeycloakSession session, RealmModel realm, EmailAddress address) {
        return session.users()
                .searchForUserByUserAttributeStream(realm, ATTRIBUTE, address.text())
                // An administrator may have given the account an address and vouched for it.
                .filter(user -> !user.isEmailVerified());
    }

    /** The account that {@code address} belongs to. */
    public static Optional<UserModel> owner(
            KeycloakSession session, RealmModel realm, String address) {
        return Optional.ofNullable(session.users().getUserByEmail(realm, address))
                .or(() -> Optional.ofNullable(session.users().getUserByUsername(realm, address)));
    }

    /** Whether the error of a profile's validation is that somebody has the address. */
    public static boolean isTaken(ValidationError error) {
        return error.getMessage().equals(Messages.EMAIL_EXISTS)
                || error.getMessage().equals(Messages.USERNAME_EXISTS);
    }

    /** Whether the account claims an address. */
    public boolean isMade() {
        return user.getFirstAttribute(ATTRIBUTE) != null;
    }

    /** The address to prove: the claimed one, or else the account's own; may be absent. */
    public Optional<String> address() {
        return Optional.ofNullable(user.getFirstAttribute(ATTRIBUTE))
                .or(() -> Optional.ofNullable(user.getEmail()))
                .filter(address -> !address.isBlank());
    }

    /** Claims {@code address} in place of the one before. */
    public void make(String address) {
        user.setSingleAttribute(ATTRIBUTE, KeycloakModelUtils.toLowerCaseSafe(address));
    }

    /**
     * Keeps the account with the id {@code account} from being removed until the request's
     * transaction ends. The removal takes the same lock first, so whoever takes it before all
     * others never waits for what the removal holds while that waits for him.
     *
     * @return false if the account is removed already
     */
    public static boolean hold(KeycloakSession session, String account) {
        return !entities(session)
                .createQuery("select u from UserEntity u where u.id = :id")
                .setParameter("id", account)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .isEmpty();
    }

    /**
     * Gives the account the address that was proven.
     *
     * @return false if the address belongs to another account; nothing is changed then
     * @throws org.keycloak.models.ModelDuplicateException if another account is given it at this
     *     moment; the request's transaction cannot be committed then
     */
    public boolean settle(KeycloakSession session, RealmModel realm) {
        String proven = address().orElseThrow();
        if (owner(session, realm, proven)
                .filter(owner -> !owner.getId().equals(user.getId()))
                .isPresent()) {
            return false;
        }
        if (isMade()) {
            user.setEmail(proven);
            if (realm.isRegistrationEmailAsUsername() || isPendingName(user.getUsername())) {
                user.setUsername(proven);
            }
            user.removeAttribute(ATTRIBUTE);
        }
        user.setEmailVerified(true);
        entities(session).flush();
        return true;
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
