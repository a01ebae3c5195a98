package org.childrensportal.keycloak.account;

import java.util.Arrays;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * What people can do with their account, each of which is a required action that they begin
 * themselves. The page has a link to those that the realm has switched on.
 */
public enum AccountAction {
    DETAILS("UPDATE_PROFILE", "portalYourDetailsDone"),
    EMAIL("UPDATE_EMAIL", "portalYourEmailDone"),
    PASSWORD("UPDATE_PASSWORD", "portalYourPasswordDone"),
    SESSIONS("portal-sessions", "portalYourSessionsDone"),
    RECORD("portal-record"),
    DATA("portal-data"),
    CLOSE("delete_account");

    private final String id;
    private final Optional<String> doneKey;

    AccountAction(String id) {
        this.id = id;
        this.doneKey = Optional.empty();
    }

    AccountAction(String id, String doneKey) {
        this.id = id;
        this.doneKey = Optional.of(doneKey);
    }

    /** The action with such an id, if it is one of these. */
    static Optional<AccountAction> of(String id) {
        return Arrays.stream(values()).filter(action -> action.id.equals(id)).findFirst();
    }

    /** The id of the required action, which is its alias in the realm as well. */
    public String id() {
        return id;
    }

    /** The message key of what the page says once it is done; nothing where nothing was changed. */
    Optional<String> doneKey() {
        return doneKey;
    }

    /** Whether the server has it. */
    public boolean isKnown(KeycloakSession session) {
        return session.getKeycloakSessionFactory()
                        .getProviderFactory(RequiredActionProvider.class, id)
                != null;
    }

    /**
     * Whether people can begin it. Keycloak 26.7 finds an action that somebody begins by its alias,
     * and looks at how fresh the sign-in is by its id: only where both are the same it does both.
     */
    boolean isOffered(KeycloakSession session, RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(id);
        return action != null
                && action.isEnabled()
                && id.equals(action.getProviderId())
                && isKnown(session);
    }
}
