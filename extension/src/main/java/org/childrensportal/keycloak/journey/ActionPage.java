package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A page about the account that stays until the person leaves it: a required action that they, or
 * an application, began. Its forms are sent to the page's own address (see {@link PageForm}), so
 * that Keycloak asks the realm anew, each time, whether the action is switched on.
 *
 * <p>Whoever came from the account page goes back there by a link. Whoever else goes on by a
 * button, which ends the action.
 */
public final class ActionPage {

    private static final String DONE = "done";

    private final RequiredActionContext context;
    private final String action;

    /**
     * A page of {@code action}.
     *
     * @param action the id of the required action
     */
    public ActionPage(RequiredActionContext context, String action) {
        this.context = context;
        this.action = action;
    }

    /** Whether the request is a form of this page, and of no other. */
    public boolean hasForm() {
        return PageForm.isIn(context.getHttpRequest(), context.getUriInfo())
                && action.equals(query().getFirst(Constants.EXECUTION));
    }

    /** What was sent. */
    public MultivaluedMap<String, String> form() {
        return context.getHttpRequest().getDecodedFormParameters();
    }

    /** What the address says, such as which part of a list is asked for. */
    public MultivaluedMap<String, String> query() {
        return context.getUriInfo().getQueryParameters();
    }

    /** Which part of the page is asked for, if the address is one of this page. */
    public String step() {
        return action.equals(query().getFirst(Constants.EXECUTION))
                ? Objects.requireNonNullElse(query().getFirst(JourneyAddress.STEP), "")
                : "";
    }

    /** The address of a part of the page, to which its forms are sent as well. */
    public URI address(String step) {
        return new JourneyAddress(context.getSession(), context.getUriInfo(), journey())
                .requiredAction(action, step);
    }

    /** Has the browser ask for that part, once what the person did is committed. */
    public void goTo(String step) {
        context.challenge(
                Response.status(Response.Status.SEE_OTHER).location(address(step)).build());
    }

    /** The page, with the ways to leave it. */
    public LoginFormsProvider page() {
        return context.form()
                .setAttribute("backUrl", cameFromAccount() ? journey().getRedirectUri() : "")
                .setAttribute("doneName", DONE);
    }

    private boolean cameFromAccount() {
        return Constants.ACCOUNT_MANAGEMENT_CLIENT_ID.equals(journey().getClient().getClientId())
                && action.equals(journey().getClientNote(Constants.KC_ACTION_EXECUTING))
                && journey().getRedirectUri() != null;
    }

    private AuthenticationSessionModel journey() {
        return context.getAuthenticationSession();
    }
}
