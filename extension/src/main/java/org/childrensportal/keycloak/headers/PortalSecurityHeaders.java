package org.childrensportal.keycloak.headers;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.Version;
import org.keycloak.headers.DefaultSecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's security headers, with stricter ones for the portal's own pages (see {@link
 * PagePolicy}). Where Keycloak 26.7 cannot even make an error page, it answers with an empty
 * response, which it then refuses here because it has no media type, and people see the bare error
 * page of the application server. In a portal realm they get the {@link UnavailablePage} instead.
 */
final class PortalSecurityHeaders extends DefaultSecurityHeadersProvider {

    private static final Logger LOG = Logger.getLogger(PortalSecurityHeaders.class);

    private static final int SERVER_ERROR = 500;

    /** The policy of the {@link UnavailablePage}. */
    private static final String NOTHING_WORKS =
            "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'";

    private final KeycloakSession session;
    private final UnavailablePage page;
    private final SeenPortals portals;

    PortalSecurityHeaders(KeycloakSession session, UnavailablePage page, SeenPortals portals) {
        super(session);
        this.session = session;
        this.page = page;
        this.portals = portals;
    }

    @Override
    public void addHeaders(ContainerRequestContext request, ContainerResponseContext response) {
        boolean nothingWorks =
                response.getStatus() >= SERVER_ERROR
                        && response.getMediaType() == null
                        && portals.have(request.getUriInfo().getPath());
        if (nothingWorks) {
            show(response);
        }
        forgetUnreadableType(request);
        super.addHeaders(request, response);
        if (nothingWorks) {
            // After Keycloak's, which has a policy of its own for whatever is a page.
            response.getHeaders().putSingle("Content-Security-Policy", NOTHING_WORKS);
        }
        PagePolicy.of(response.getEntity()).ifPresent(policy -> apply(policy, response));
    }

    /** Keycloak 26.7 fails at it here too, and the page goes out without any header. */
    private static void forgetUnreadableType(ContainerRequestContext request) {
        try {
            request.getMediaType();
        } catch (IllegalArgumentException e) {
            request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private void apply(PagePolicy policy, ContainerResponseContext response) {
        Optional.ofNullable(session.getContext().getRealm()).ifPresent(portals::see);
        // Keycloak 26.7 lets browsers keep the pages of signing out, if they ask before they show
        // them again (no-cache).
        policy.headers().forEach(response.getHeaders()::putSingle);
    }

    private void show(ContainerResponseContext response) {
        response.setEntity(
                page.html(basePath(), Version.RESOURCES_VERSION),
                new Annotation[0],
                MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Where the server's own paths begin: as by default if nobody can tell, for want of a host. */
    private String basePath() {
        try {
            return session.getContext().getUri().getBaseUri().getPath();
        } catch (RuntimeException e) {
            LOG.debug("The host of a request cannot be read", e);
            return "/";
        }
    }
}
