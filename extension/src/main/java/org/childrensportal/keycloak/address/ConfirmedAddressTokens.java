package org.childrensportal.keycloak.address;

import org.childrensportal.keycloak.journey.RefusalPage;
import org.childrensportal.keycloak.journey.TokenRefusal;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Refuses every token for an account whose address is not confirmed, whatever the grant. Keycloak
 * 26.7 calls this before it signs any token, but checks required actions only when somebody signs
 * in.
 */
final class ConfirmedAddressTokens implements TokenPostProcessor {

    /** What clients read, in the words of Keycloak's own password grant. */
    private static final String REASON = "Account is not fully set up";

    private final KeycloakSession session;

    ConfirmedAddressTokens(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        if (UnconfirmedAccount.has(
                context.clientSessionCtx().getClientSession().getUserSession())) {
            throw new TokenRefusal(session, context)
                    .because(
                            REASON,
                            RefusalPage.CANNOT_SIGN_IN.eventError(),
                            () ->
                                    RefusalPage.CANNOT_SIGN_IN.response(
                                            session,
                                            session.getContext().getAuthenticationSession()));
        }
    }
}
