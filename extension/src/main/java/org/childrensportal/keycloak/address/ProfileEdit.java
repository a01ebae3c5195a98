package org.childrensportal.keycloak.address;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.childrensportal.keycloak.address.ClaimLife.Becomes;
import org.childrensportal.keycloak.address.ClaimLife.Decision;
import org.childrensportal.keycloak.address.ClaimLife.Refused;
import org.childrensportal.keycloak.address.ClaimLife.SignIn;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.database.StoredAccount;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.storage.UserStorageUtil;
import org.keycloak.theme.Theme;

/**
 * An edit of an account's profile. It settles the account's address claim, or refuses the edit,
 * when all the rest of the edit is done: whether an address is verified is not part of the profile,
 * and Keycloak 26.7 writes it after the profile.
 */
final class ProfileEdit extends AbstractKeycloakTransaction {

    /** Decides what becomes of an edit. */
    private interface Rule {
        Decision decide(Addresses before, Addresses edited);
    }

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Addresses before;
    private final Rule rule;

    private ProfileEdit(KeycloakSession session, UserModel user, Addresses before, Rule rule) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.before = before;
        this.rule = rule;
    }

    /**
     * An administrator is about to edit {@code user}. Keycloak 26.7 makes an edit of what it read
     * of the account before: of what somebody else, or the person, has changed since it would write
     * the old back.
     *
     * @throws ErrorResponseException 409 if addresses or name are others by now
     */
    static void byAdministrator(KeycloakSession session, UserModel user) {
        if (user.getServiceAccountClientLink() != null) {
            return;
        }
        StoredAccount stored = new StoredAccount(session, user.getId());
        Addresses read = new AddressClaim(user).addresses();
        String name = user.getUsername();
        // Locked from here on, so that the edit does not overwrite a code that is entered
        // meanwhile.
        boolean locked = new AccountLock(session, user.getId()).take() && stored.isLocal();
        if (locked && !(stored.addresses().equals(read) && stored.isNamed(name))) {
            forget(session, user);
            throw error(
                    session,
                    Response.Status.CONFLICT,
                    UserModel.USERNAME,
                    AddressError.CHANGED_MEANWHILE);
        }
        administrator(session, user, read);
    }

    /** Whoever tries again reads the account anew. */
    private static void forget(KeycloakSession session, UserModel user) {
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(session.getContext().getRealm(), user);
        }
    }

    /** An administrator has made {@code user}. */
    static void newAccount(KeycloakSession session, UserModel user) {
        administrator(session, user, Addresses.NONE);
    }

    private static void administrator(KeycloakSession session, UserModel user, Addresses before) {
        RealmModel realm = session.getContext().getRealm();
        // Keycloak 26.7 can load no provider any more once the commit has begun. So user stores,
        // and
        // listeners to the event of an account that loses its address, are loaded here.
        new EventBuilder(realm, session, session.getContext().getConnection());
        before.claim()
                .flatMap(EmailAddress::read)
                .ifPresent(new AddressOwners(session, realm)::owner);
        enlist(
                session,
                user,
                before,
                (was, edited) ->
                        ClaimLife.administratorEdits(was, edited, signIn(realm, user, was)));
    }

    /** A person is about to edit their own profile. */
    static void byPerson(KeycloakSession session, UserModel user) {
        enlist(
                session,
                user,
                new AddressClaim(user).addresses(),
                (was, edited) -> new Becomes(ClaimLife.personEdits(was, edited)));
    }

    private static void enlist(
            KeycloakSession session, UserModel user, Addresses before, Rule rule) {
        session.getTransactionManager().enlistPrepare(new ProfileEdit(session, user, before, rule));
    }

    private static SignIn signIn(RealmModel realm, UserModel user, Addresses before) {
        String name = user.getUsername();
        boolean byName =
                realm.isRegistrationEmailAsUsername()
                        ? AccountName.isOwn(name, before)
                        : !AccountName.isPlaceholder(name);
        return byName ? SignIn.BY_NAME : SignIn.BY_ADDRESS_ONLY;
    }

    @Override
    protected void commitImpl() {
        Addresses edited = new AddressClaim(user).addresses();
        Decision decision = rule.decide(before, edited);
        if (decision instanceof Refused refused) {
            throw error(refused.field(), refused.error());
        }
        Addresses next = ((Becomes) decision).addresses();
        if (!next.equals(edited) && !new AddressClaim(user).become(session, realm, next)) {
            throw error(AddressClaim.ATTRIBUTE, AddressError.TAKEN);
        }
    }

    @Override
    protected void rollbackImpl() {
        // nothing was done
    }

    private ErrorResponseException error(String field, AddressError error) {
        return error(session, Response.Status.BAD_REQUEST, field, error);
    }

    private static ErrorResponseException error(
            KeycloakSession session, Response.Status status, String field, AddressError error) {
        String message = message(session, error.messageKey());
        return ErrorResponse.errors(
                List.of(new ErrorRepresentation(field, message, new Object[0])), status);
    }

    private static String message(KeycloakSession session, String key) {
        try {
            return session.theme()
                    .getTheme(Theme.Type.ADMIN)
                    .getEnhancedMessages(
                            session.getContext().getRealm(),
                            session.getContext().resolveLocale(null))
                    .getProperty(key, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
