package org.childrensportal.keycloak.standing;

import jakarta.ws.rs.core.PathSegment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.LoginActionsService;

/** What a request for a page of a journey is about, by its address and method. */
final class StandingRequest {

    private static final String REALMS = "realms";
    private static final String ACTIONS = "login-actions";
    private static final String ACTION = "required-action";
    private static final String CONSENT = "consent";

    /** Not the ways to begin anew: a link in a mail, and signing in again. */
    private static final Set<String> PAGES =
            Set.of("authenticate", ACTION, CONSENT, "first-broker-login", "post-broker-login");

    /** Where people come back from an identity provider, whose page can be held open as well. */
    private static final String BROKER = "broker";

    private static final String KEYCLOAK = "org.keycloak.";

    private final KeycloakSession session;

    StandingRequest(KeycloakSession session) {
        this.session = session;
    }

    boolean isOfJourney() {
        return BROKER.equals(part(2)) || PAGES.contains(page());
    }

    boolean isOfRequiredAction() {
        return page().equals(ACTION);
    }

    /** Whether something was sent, and not only asked for. */
    boolean isForm() {
        return isPost() || isProcessed();
    }

    /** Whether Keycloak has the page that is shown process it, whatever the realm says by now. */
    boolean isProcessed() {
        return session.getContext()
                .getUri()
                .getQueryParameters()
                .containsKey(LoginActionsService.SESSION_CODE);
    }

    private boolean isPost() {
        return "POST".equals(session.getContext().getHttpRequest().getHttpMethod());
    }

    /**
     * Whether it may change the account on a page of Keycloak's, which does not ask for itself
     * under the account lock.
     */
    boolean changesAccountUnasked() {
        return isPost()
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
        return ACTIONS.equals(part(2)) ? part(3) : "";
    }

    /**
     * A part of the address, counted from {@code realms}; empty if there is none. However it is
     * spelled: Keycloak 26.7 takes an address with a slash at its end for the one without.
     */
    private String part(int number) {
        List<String> parts =
                session.getContext().getUri().getPathSegments().stream()
                        .map(PathSegment::getPath)
                        .filter(part -> !part.isEmpty())
                        .toList();
        int at = parts.indexOf(REALMS) + number;
        return at < parts.size() ? parts.get(at) : "";
    }
}
