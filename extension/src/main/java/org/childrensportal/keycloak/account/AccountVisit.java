package org.childrensportal.keycloak.account;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * What is known of somebody's visit to the account page, in notes of their session, so that the
 * page's address stays clean: what they have just done, and where they came from.
 *
 * <p>That something was done is believed only of an address with the {@code state} that the page
 * gave to its links: a link of somebody else's cannot have the page say that a password was
 * changed.
 */
final class AccountVisit {

    private static final String STATE = "portal.account.state";
    private static final String DONE = "portal.account.done";
    private static final String FAILED = "portal.account.failed";
    private static final String APPLICATION = "portal.account.referrer";
    private static final String ADDRESS = "portal.account.referrer-uri";

    private final KeycloakSession session;
    private final UserModel user;
    private final UserSessionModel notes;

    AccountVisit(KeycloakSession session, AuthResult signedIn) {
        this.session = session;
        this.user = signedIn.user();
        this.notes = signedIn.session();
    }

    /** Who visits. */
    UserModel user() {
        return user;
    }

    /** Takes note of what the address says. */
    void note(MultivaluedMap<String, String> query) {
        language(query);
        Referrer.read(session, query)
                .ifPresent(
                        referrer -> {
                            notes.setNote(APPLICATION, referrer.application());
                            notes.setNote(ADDRESS, referrer.address());
                        });
        if (state().equals(query.getFirst(OAuth2Constants.STATE))) {
            AccountAction.of(query.getFirst(Constants.KC_ACTION))
                    .ifPresent(action -> note(action, query.getFirst(Constants.KC_ACTION_STATUS)));
        }
    }

    private void note(AccountAction action, String status) {
        if (is(KcActionStatus.SUCCESS, status)) {
            notes.setNote(DONE, action.id());
        } else if (is(KcActionStatus.ERROR, status)) {
            notes.setNote(FAILED, action.id());
        }
    }

    private static boolean is(KcActionStatus status, String text) {
        return status.name().toLowerCase(Locale.ROOT).equals(text);
    }

    /** As on every other page: the browser remembers it, and the account, for its mails. */
    private void language(MultivaluedMap<String, String> query) {
        RealmModel realm = session.getContext().getRealm();
        Optional.ofNullable(query.getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM))
                .filter(any -> realm.isInternationalizationEnabled())
                .filter(tag -> realm.getSupportedLocalesStream().anyMatch(tag::equals))
                .ifPresent(
                        tag -> {
                            LocaleUpdaterProvider languages =
                                    session.getProvider(LocaleUpdaterProvider.class);
                            languages.updateLocaleCookie(tag);
                            languages.updateUsersLocale(user, tag);
                        });
    }

    /** What the page gives to its links. */
    String state() {
        String state = notes.getNote(STATE);
        if (state == null) {
            state = SecretGenerator.getInstance().generateSecureID();
            notes.setNote(STATE, state);
        }
        return state;
    }

    /** What has been done since the page was shown; it is said once. */
    Optional<AccountAction> done() {
        return once(DONE);
    }

    /** What could not be done since then. */
    Optional<AccountAction> failed() {
        return once(FAILED);
    }

    private Optional<AccountAction> once(String name) {
        Optional<String> id = Optional.ofNullable(notes.getNote(name));
        id.ifPresent(any -> notes.removeNote(name));
        return id.flatMap(AccountAction::of);
    }

    /** Where to go back to. */
    Optional<Referrer> referrer() {
        return Optional.ofNullable(notes.getNote(APPLICATION))
                .map(application -> new Referrer(application, notes.getNote(ADDRESS)))
                .flatMap(referrer -> referrer.stillThere(session));
    }
}
