package org.childrensportal.keycloak.headers;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * Whatever a request fails with is answered by Keycloak, but for two things in portal realms.
 *
 * <p>A request that cannot even be read, such as a form with {@code %zz} in it or of a character
 * set that nobody has, is the sender's fault, status 400. Keycloak 26.7 takes it for its own: 500,
 * and an error in the log for whatever a stranger sends.
 *
 * <p>Where Keycloak 26.7 refuses a request before it looks at the path ({@code
 * InvalidQueryParameterFilter}: control characters in the query), no filter gives the page its
 * security headers. It gets those of its {@link PagePolicy}.
 */
@Provider
public final class RequestFault implements ExceptionMapper<Exception> {

    /**
     * What reads requests, before any of Keycloak's code or ours is asked; and what takes no line
     * break for a header, such as the language of a link for its cookie.
     */
    private static final List<String> READERS =
            List.of(
                    "org.jboss.resteasy.reactive.common.util.URLUtils",
                    "org.jboss.resteasy.reactive.common.headers.",
                    "org.jboss.resteasy.reactive.server.core.multipart.",
                    "io.vertx.core.http.impl.HttpUtils");

    @Context KeycloakSession session;

    @Override
    public Response toResponse(Exception fault) {
        boolean isSenders = isOfReading(fault) && isOfPortal(fault);
        return withHeaders(
                KeycloakErrorHandler.getResponse(
                        session, isSenders ? new BadRequestException(fault) : fault));
    }

    /** Where nobody can tell, Keycloak answers and logs both: its host is none, no database. */
    private boolean isOfPortal(Exception fault) {
        try {
            return SeenPortals.isPortal(session);
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
            return false;
        }
    }

    /** Whether nothing but the JDK's code came between. */
    private static boolean isOfReading(Exception fault) {
        return Stream.of(fault.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java."))
                .findFirst()
                .filter(name -> READERS.stream().anyMatch(name::startsWith))
                .isPresent();
    }

    private static Response withHeaders(Response page) {
        return PagePolicy.of(page.getEntity())
                .map(
                        policy -> {
                            Response.ResponseBuilder with = Response.fromResponse(page);
                            policy.headers().forEach(with::header);
                            return with.build();
                        })
                .orElse(page);
    }
}
