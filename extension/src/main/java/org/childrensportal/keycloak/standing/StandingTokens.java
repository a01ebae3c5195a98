package org.childrensportal.keycloak.standing;

import org.childrensportal.keycloak.journey.TokenRefusal;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/** Refuses every token to a session that an earlier password let in: {@link SessionPassword}. */
final class StandingTokens implements TokenPostProcessor {

    /** What clients read, in the words of Keycloak's own refusal of a session that has ended. */
    private static final String REASON = "Session not active";

    private final KeycloakSession session;

    StandingTokens(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        UserSessionModel open = context.clientSessionCtx().getClientSession().getUserSession();
        if (SessionPassword.isOutdated(open)) {
            SessionPassword.end(session, open);
            throw new TokenRefusal(session, context)
                    .because(
                            REASON,
                            StandingError.PASSWORD_CHANGED.eventError(),
                            () ->
                                    new StandingJourney(
                                                    session,
                                                    session.getContext().getAuthenticationSession())
                                            .page(StandingError.PASSWORD_CHANGED));
        }
    }
}
