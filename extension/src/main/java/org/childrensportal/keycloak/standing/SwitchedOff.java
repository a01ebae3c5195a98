package org.childrensportal.keycloak.standing;

import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A required action that an administrator switched off while its page was open. The journey goes on
 * without it: back to the application, which is told if it was the one that it had begun.
 *
 * <p>Keycloak 26.7 processes the form of such a page all the same. Where it does ask the realm, it
 * tells the application too, but fails if nothing else is to be done ({@code
 * AuthenticationManager.executionActions}).
 */
final class SwitchedOff {

    /** That this request was looked at: an attribute of the session. */
    private static final String LEFT = SwitchedOff.class.getName();

    private final KeycloakSession session;
    private final AuthenticationSessionModel journey;
    private final RealmModel realm;

    SwitchedOff(KeycloakSession session, AuthenticationSessionModel journey) {
        this.session = session;
        this.journey = journey;
        this.realm = journey.getRealm();
    }

    /** Before Keycloak looks at the form, once a request. */
    void leave(StandingRequest request) {
        if (request.isOfRequiredAction()
                && session.getAttribute(LEFT) == null
                && new PortalRealm(realm).isPortal()) {
            session.setAttribute(LEFT, true);
            leaveBegun();
            leaveShown(request);
        }
    }

    /** As Keycloak does, but before it has read what was begun. */
    private void leaveBegun() {
        String begun = journey.getClientNote(Constants.KC_ACTION);
        if (begun != null && !isOn(realm.getRequiredActionProviderByAlias(begun))) {
            AuthenticationManager.setKcActionStatus(begun, KcActionStatus.ERROR, journey);
        }
    }

    private static boolean isOn(RequiredActionProviderModel action) {
        return action != null && action.isEnabled();
    }

    private void leaveShown(StandingRequest request) {
        String shown =
                journey.getAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION);
        if (!request.isForm() || shown == null || !isAction(shown) || isOn(shown)) {
            return;
        }
        if (request.isProcessed()) {
            // Keycloak leads a form of what is not shown to what is to be done next.
            journey.removeAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION);
        }
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .client(journey.getClient())
                .user(journey.getAuthenticatedUser())
                .detail(Details.CUSTOM_REQUIRED_ACTION, shown)
                .error(Errors.NOT_ALLOWED);
    }

    /** Not a step of a flow, and not consent. */
    private boolean isAction(String id) {
        return session.getKeycloakSessionFactory()
                        .getProviderFactory(RequiredActionProvider.class, id)
                != null;
    }

    /** Keycloak shows it by the one or by the other. */
    private boolean isOn(String aliasOrId) {
        return realm.getRequiredActionProvidersStream()
                .filter(SwitchedOff::isOn)
                .anyMatch(
                        on ->
                                aliasOrId.equals(on.getAlias())
                                        || aliasOrId.equals(on.getProviderId()));
    }
}
