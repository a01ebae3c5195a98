package org.childrensportal.keycloak.headers;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.util.List;
import org.keycloak.common.Version;
import org.keycloak.headers.DefaultSecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's security headers, with stricter ones for the portal's own pages (see {@link
 * PagePolicy}). Where Keycloak 26.7 cannot even make an error page, it answers with an empty
 * response, which it then refuses here because it has no media type, and people see the bare error
 * page of the application server. They get the {@link UnavailablePage} instead.
 */
final class PortalSecurityHeaders extends DefaultSecurityHeadersProvider {

    private static final int SERVER_ERROR = 500;

    private final KeycloakSession session;
    private final UnavailablePage page;

    PortalSecurityHeaders(KeycloakSession session, UnavailablePage page) {
        super(session);
        this.session = session;
        this.page = page;
    }

    @Override
    public void addHeaders(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= SERVER_ERROR && response.getMediaType() == null) {
            show(response);
        }
        super.addHeaders(request, response);
        PagePolicy.of(response.getEntity()).ifPresent(policy -> apply(policy, response));
    }

    private static void apply(PagePolicy policy, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", policy.contentSecurityPolicy());
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    }

    private void show(ContainerResponseContext response) {
        response.setEntity(
                page.html(
                        session.getContext().getUri().getBaseUri().getPath(),
                        Version.RESOURCES_VERSION),
                new Annotation[0],
                MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.putSingle(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'");
    }
}
