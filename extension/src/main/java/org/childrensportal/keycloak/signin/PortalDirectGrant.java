package org.childrensportal.keycloak.signin;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.childrensportal.keycloak.database.StoredText;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * {@code portal-direct-grant}: name and password that an application sends to the token endpoint,
 * compared as on the sign-in page (see {@link PasswordComparison}). It stands for Keycloak's
 * <em>Username Validation</em> and <em>Password</em>, which hash once for an account that is not
 * there, whatever was typed.
 */
public final class PortalDirectGrant extends ValidateUsername {

    private static final String ID = "portal-direct-grant";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String name =
                StoredText.of(context.getSession())
                        .storable(form.getFirst(AuthenticationManager.FORM_USERNAME), "\uFFFD");
        if (name == null) {
            context.getEvent().clone().error(Errors.USER_NOT_FOUND);
            refuse(
                    context,
                    Response.Status.UNAUTHORIZED,
                    OAuthErrorException.INVALID_REQUEST,
                    "Missing parameter: username");
            return;
        }
        context.getEvent().detail(Details.USERNAME, name);
        new PasswordComparison(context, form.getFirst(CredentialRepresentation.PASSWORD))
                .comesInAs(AccountsToTry.named(name, context))
                .ifPresentOrElse(user -> letIn(context, user), () -> refuse(context));
    }

    private static void letIn(AuthenticationFlowContext context, UserModel user) {
        context.setUser(user);
        context.getAuthenticationSession()
                .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
        context.success(PasswordCredentialModel.TYPE);
    }

    private void refuse(AuthenticationFlowContext context) {
        refuse(
                context,
                Response.Status.BAD_REQUEST,
                OAuthErrorException.INVALID_GRANT,
                "Invalid user credentials");
    }

    /** Not as a failure of the flow's, which Keycloak would count once more. */
    private void refuse(
            AuthenticationFlowContext context, Response.Status status, String error, String text) {
        context.forceChallenge(errorResponse(status.getStatusCode(), error, text));
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Portal: direct grant";
    }

    @Override
    public String getHelpText() {
        return "Name and password that an application sends, compared as on the portal's sign-in"
                + " page. Stands for Username Validation and Password.";
    }

    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }
}
