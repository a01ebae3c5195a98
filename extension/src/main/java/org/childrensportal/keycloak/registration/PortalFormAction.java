package org.childrensportal.keycloak.registration;

import org.keycloak.authentication.FormAction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What the portal's form actions share: they work before there is a user. */
abstract class PortalFormAction implements FormAction {

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // registration itself sets what is required
    }

    @Override
    public void close() {
        // nothing to close
    }
}
