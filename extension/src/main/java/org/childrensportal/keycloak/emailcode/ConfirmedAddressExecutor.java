package org.childrensportal.keycloak.emailcode;

import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses to refresh the tokens, offline ones too, of a user whose address is not confirmed any
 * more. Keycloak looks at required actions only when somebody signs in.
 */
final class ConfirmedAddressExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    @Override
    public String getProviderId() {
        return ConfirmedAddressExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof TokenRefreshResponseContext refresh
                && !isConfirmed(refresh.getClientSession())) {
            throw new ClientPolicyException(
                    OAuthErrorException.INVALID_GRANT, "Account is not fully set up");
        }
    }

    private static boolean isConfirmed(AuthenticatedClientSessionModel session) {
        UserModel user = session.getUserSession().getUser();
        return user.isEmailVerified() || user.getServiceAccountClientLink() != null;
    }
}
