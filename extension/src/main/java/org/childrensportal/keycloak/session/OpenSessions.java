package org.childrensportal.keycloak.session;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.childrensportal.keycloak.database.RealmKey;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/**
 * The sessions of one person, on all nodes: those of browsers, and those that applications keep
 * while the person is away. Nobody else's can be named: each is looked for among these.
 */
public final class OpenSessions {

    private final RequiredActionContext context;

    /** The sessions of the person whose journey this is. */
    public OpenSessions(RequiredActionContext context) {
        this.context = context;
    }

    /** Every session, the one used last first. */
    public List<UserSessionModel> all() {
        return Stream.concat(
                        session().sessions().getUserSessionsStream(realm(), person()),
                        session().sessions().getOfflineUserSessionsStream(realm(), person()))
                .sorted(Comparator.comparingInt(UserSessionModel::getLastSessionRefresh).reversed())
                .toList();
    }

    /**
     * What a page calls the session: a keyed hash, because its id is part of what the browser's
     * cookie and the tokens are made of.
     */
    String key(UserSessionModel open) {
        return RealmKey.seal(session(), realm())
                .hash("session", open.getId(), String.valueOf(open.isOffline()))
                .substring(0, 32);
    }

    /** Whether it is this browser's own. */
    boolean isHere(UserSessionModel open) {
        return !open.isOffline() && open.getId().equals(hereId());
    }

    /** Keycloak gives a session the id of the journey in which it was made, or is used again. */
    private String hereId() {
        return context.getAuthenticationSession().getParentSession().getId();
    }

    /** Ends the session of that {@link #key}; does nothing if there is none. */
    void end(String key) {
        all().stream()
                .filter(open -> !isHere(open) && key(open).equals(key))
                .toList()
                .forEach(this::end);
    }

    /** Ends every session but this browser's, those of applications included. */
    void endOthers() {
        all().stream().filter(open -> !isHere(open)).toList().forEach(this::end);
    }

    private void end(UserSessionModel open) {
        if (open.isOffline() && isOfThisBrowser(open)) {
            // Keycloak 26.7 would end this browser's session with it.
            new UserSessionManager(session()).revokeOfflineUserSession(open);
        } else {
            AuthenticationManager.backchannelLogout(session(), open, true);
        }
        context.getEvent()
                .clone()
                .event(EventType.LOGOUT)
                .user(person())
                .session(open)
                .detail(Details.LOGOUT_TRIGGERED_BY_REQUIRED_ACTION, SessionsActionFactory.ID)
                .success();
    }

    private boolean isOfThisBrowser(UserSessionModel offline) {
        String online =
                Objects.requireNonNullElse(
                        offline.getNote(UserSessionModel.CORRESPONDING_SESSION_ID),
                        offline.getId());
        return online.equals(hereId());
    }

    private KeycloakSession session() {
        return context.getSession();
    }

    private RealmModel realm() {
        return context.getRealm();
    }

    private UserModel person() {
        return context.getUser();
    }
}
