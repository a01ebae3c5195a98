package org.childrensportal.keycloak.headers;

import org.keycloak.headers.DefaultSecurityHeadersProviderFactory;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's own provider of the same id: see {@link PortalSecurityHeaders}. */
public final class PortalSecurityHeadersFactory extends DefaultSecurityHeadersProviderFactory {

    private final UnavailablePage page = new UnavailablePage();
    private final SeenPortals portals = new SeenPortals();

    @Override
    public SecurityHeadersProvider create(KeycloakSession session) {
        return new PortalSecurityHeaders(session, page, portals);
    }

    @Override
    public int order() {
        return 1;
    }
}
