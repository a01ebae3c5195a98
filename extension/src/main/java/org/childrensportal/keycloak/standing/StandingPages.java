package org.childrensportal.keycloak.standing;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's pages. Keycloak 26.7 tells them the journey of every request for one of its pages
 * (SessionCodeChecks) before it looks at the form: the one place at which every required action and
 * the page of consent pass, whoever they are by.
 */
final class StandingPages extends FreeMarkerLoginFormsProvider {

    StandingPages(KeycloakSession session) {
        super(session);
    }

    @Override
    public LoginFormsProvider setAuthenticationSession(AuthenticationSessionModel journey) {
        super.setAuthenticationSession(journey);
        if (journey != null) {
            StandingRequest request = new StandingRequest(session);
            StandingJourney standing = new StandingJourney(session, journey);
            if (request.isOfJourney()) {
                standing.requireFirst(request);
                new SwitchedOff(session, journey).leave(request);
            }
            standing.letInByPassword();
        }
        return this;
    }
}
