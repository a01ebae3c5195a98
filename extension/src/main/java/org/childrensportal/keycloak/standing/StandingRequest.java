package org.childrensportal.keycloak.standing;

import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;

/** What a request for a page of a journey is about, by its address and method. */
final class StandingRequest {

    private static final String ACTIONS = "/login-actions/";

    private static final String ACTION = "required-action";
    private static final String CONSENT = "consent";

    /** Not the ways to begin anew: a link in a mail, and signing in again. */
    private static final Set<String> PAGES = Set.of("authenticate", ACTION, CONSENT);

    private static final String KEYCLOAK = "org.keycloak.";

    private final KeycloakSession session;

    StandingRequest(KeycloakSession session) {
        this.session = session;
    }

    boolean isOfJourney() {
        return PAGES.contains(page());
    }

    /**
     * Whether it may change the account on a page of Keycloak's, which does not ask for itself
     * under the account lock.
     */
    boolean changesAccountUnasked() {
        return "POST".equals(session.getContext().getHttpRequest().getHttpMethod())
                && (page().equals(CONSENT) || page().equals(ACTION) && isKeycloaks(action()));
    }

    private String action() {
        return session.getContext().getUri().getQueryParameters().getFirst(Constants.EXECUTION);
    }

    private boolean isKeycloaks(String action) {
        return action != null
                && Optional.ofNullable(
                                session.getKeycloakSessionFactory()
                                        .getProviderFactory(RequiredActionProvider.class, action))
                        .filter(factory -> factory.getClass().getName().startsWith(KEYCLOAK))
                        .isPresent();
    }

    private String page() {
        String path = session.getContext().getUri().getPath();
        int at = path.indexOf(ACTIONS);
        return at < 0 ? "" : path.substring(at + ACTIONS.length());
    }
}
