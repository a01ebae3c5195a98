package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The addresses of pages within one journey. They hold no secret and start nothing, so a person can
 * reload them, and the browser's Back button finds them again.
 *
 * <p>They are made of what Keycloak 26.7 expects in such an address: the application, the browser
 * tab, and the tab's data.
 */
public final class JourneyAddress {

    /** The query parameter that says which page of ours is meant. */
    public static final String STEP = "step";

    private final KeycloakSession session;
    private final UriInfo request;
    private final AuthenticationSessionModel journey;

    /**
     * Addresses within {@code journey}.
     *
     * @param request the address of this request, which says by what name the server is reached
     */
    public JourneyAddress(
            KeycloakSession session, UriInfo request, AuthenticationSessionModel journey) {
        this.session = session;
        this.request = request;
        this.journey = journey;
    }

    /** Keycloak's sign-in page. */
    public URI signIn() {
        return build(
                LoginActionsService.loginActionsBaseUrl(request)
                        .path(LoginActionsService.AUTHENTICATE_PATH));
    }

    /** Where the journey begins anew, with nobody in it. A browser that is signed in stays so. */
    public URI restart() {
        return build(
                LoginActionsService.loginActionsBaseUrl(request)
                        .path(LoginActionsService.RESTART_PATH),
                Constants.SKIP_LOGOUT,
                "true");
    }

    /** A page of registration. */
    public URI registration(String step) {
        return build(LoginActionsService.registrationFormProcessor(request), STEP, step);
    }

    /** The page that asks for the address of somebody who has forgotten their password. */
    public URI forgottenPassword() {
        return build(
                LoginActionsService.loginActionsBaseUrl(request)
                        .path(LoginActionsService.RESET_CREDENTIALS_PATH),
                STEP,
                "forgotten");
    }

    /** Whatever is required next of somebody whose account is known by now. */
    public URI requiredActions() {
        return build(LoginActionsService.requiredActionProcessor(request));
    }

    /**
     * A page of a required action.
     *
     * @param action the id of the required action
     */
    public URI requiredAction(String action, String step) {
        return build(
                LoginActionsService.requiredActionProcessor(request),
                Constants.EXECUTION,
                action,
                STEP,
                step);
    }

    private URI build(UriBuilder address, String... parameters) {
        address.queryParam(Constants.CLIENT_ID, journey.getClient().getClientId())
                .queryParam(Constants.TAB_ID, journey.getTabId())
                .queryParam(
                        Constants.CLIENT_DATA,
                        AuthenticationProcessor.getClientData(session, journey));
        for (int name = 0; name < parameters.length; name += 2) {
            address.queryParam(parameters[name], parameters[name + 1]);
        }
        return address.build(journey.getRealm().getName());
    }
}
