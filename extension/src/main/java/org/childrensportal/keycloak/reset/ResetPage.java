package org.childrensportal.keycloak.reset;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The address of the page that asks whose password is forgotten; its form is sent there too.
 * Keycloak's own form addresses work once only, and browsers show pages that they kept.
 */
record ResetPage(AuthenticationFlowContext context) {

    URI address() {
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        return builder()
                .queryParam(Constants.CLIENT_ID, journey.getClient().getClientId())
                .queryParam(Constants.TAB_ID, journey.getTabId())
                .queryParam(
                        Constants.CLIENT_DATA,
                        AuthenticationProcessor.getClientData(context.getSession(), journey))
                .build(context.getRealm().getName());
    }

    /** Whether the request is the page's form, on its way to be processed. */
    boolean isSent() {
        var query = context.getUriInfo().getQueryParameters();
        return "POST".equals(context.getHttpRequest().getHttpMethod())
                && !query.containsKey(LoginActionsService.SESSION_CODE)
                && context.getUriInfo()
                        .getAbsolutePath()
                        .getPath()
                        .equals(builder().build(context.getRealm().getName()).getPath());
    }

    private UriBuilder builder() {
        return LoginActionsService.loginActionsBaseUrl(context.getUriInfo())
                .path(LoginActionsService.RESET_CREDENTIALS_PATH);
    }
}
