package org.childrensportal.keycloak.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.AccountResourceProvider;
import org.keycloak.services.resources.account.AccountConsole;
import org.keycloak.services.resources.account.AccountConsoleFactory;
import org.keycloak.theme.Theme;

/**
 * {@code portal-account}: what is at a realm's account address where the realm's account theme
 * names it. In a realm that is not the portal's it is Keycloak's console.
 */
public final class YourAccountFactory extends AccountConsoleFactory {

    private static final String ID = "portal-account";

    /** The theme of Keycloak 26.7 that has its console's page. */
    private static final String KEYCLOAKS_THEME = "keycloak.v3";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AccountResourceProvider create(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new PortalRealm(realm).isPortal()
                ? new YourAccount(session, getAccountManagementClient(realm))
                : new AccountConsole(
                        session, getAccountManagementClient(realm), keycloaksTheme(session));
    }

    private static Theme keycloaksTheme(KeycloakSession session) {
        try {
            return session.theme().getTheme(KEYCLOAKS_THEME, Theme.Type.ACCOUNT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
