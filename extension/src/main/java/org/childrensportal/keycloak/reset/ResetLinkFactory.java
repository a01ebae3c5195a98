package org.childrensportal.keycloak.reset;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** {@code portal-reset-link}: see {@link ResetLink}. */
public final class ResetLinkFactory implements AuthenticatorFactory {

    private static final ResetLink LINK = new ResetLink();
    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED};

    @Override
    public String getId() {
        return "portal-reset-link";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return LINK;
    }

    @Override
    public String getDisplayType() {
        return "Portal: mail a link to choose a new password";
    }

    @Override
    public String getHelpText() {
        return "Asks for an email address and mails a link after the page is answered, so that "
                + "neither the answer nor its time tells whether there is an account. Takes the "
                + "place of Keycloak's steps \"Choose User\" and \"Send Reset Email\".";
    }

    @Override
    public String getReferenceCategory() {
        return null;
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    /** Whether people sign in again after the link, as in Keycloak's step. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return new ResetCredentialEmail().getConfigProperties();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // no server configuration
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing to close
    }
}
