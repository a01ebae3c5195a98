package org.childrensportal.keycloak.standing;

import java.util.Set;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;

/** What a request for a page of a journey is about, by its address and method. */
final class StandingRequest {

    private static final String ACTIONS = "/login-actions/";

    /** Not the ways to begin anew: a link in a mail, and signing in again. */
    private static final Set<String> PAGES = Set.of("authenticate", "required-action", "consent");

    private static final Set<String> CHANGES = Set.of("required-action", "consent");

    private final KeycloakSession session;

    StandingRequest(KeycloakSession session) {
        this.session = session;
    }

    boolean isOfJourney() {
        return PAGES.contains(page());
    }

    /** Whether it may change the account. Step 3 takes the lock itself, when the code was right. */
    boolean mayChangeAccount() {
        return CHANGES.contains(page())
                && "POST".equals(session.getContext().getHttpRequest().getHttpMethod())
                && !PortalRealm.CONFIRMATION.equals(
                        session.getContext()
                                .getUri()
                                .getQueryParameters()
                                .getFirst(Constants.EXECUTION));
    }

    private String page() {
        String path = session.getContext().getUri().getPath();
        int at = path.indexOf(ACTIONS);
        return at < 0 ? "" : path.substring(at + ACTIONS.length());
    }
}
