package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.UriInfo;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.Constants;
import org.keycloak.services.resources.LoginActionsService;

/**
 * A form that the browser sends to the page's own address.
 *
 * <p>The addresses at which Keycloak 26.7 processes forms work once only. A page that the browser
 * kept, as its Back button shows it, would be refused there with all that was typed into it. The
 * tab id in the page's address, which nobody else knows, shows that the form is the portal's.
 */
public final class PageForm {

    /**
     * Where Keycloak asks for the tab's id; at its other addresses (26.7, authorization endpoints)
     * a journey begins with what is sent.
     */
    private static final String ACTIONS = "/login-actions/";

    private PageForm() {}

    /** Whether the request is such a form. */
    public static boolean isIn(HttpRequest request, UriInfo address) {
        var query = address.getQueryParameters();
        return "POST".equals(request.getHttpMethod())
                && address.getPath().contains(ACTIONS)
                && query.containsKey(Constants.TAB_ID)
                && query.containsKey(JourneyAddress.STEP)
                && !query.containsKey(LoginActionsService.SESSION_CODE);
    }
}
