package org.childrensportal.keycloak.headers;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * Whatever a request fails with is answered by Keycloak, but for two things in portal realms.
 *
 * <p>A request that cannot even be read, such as a form with {@code %zz} in it or of a character
 * set that nobody has, is the sender's fault, status 400. Keycloak 26.7 takes it for its own: 500,
 * and an error in the log for whatever a stranger sends. Nor can it make a page where the language
 * that is asked for is none.
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

    private static final Logger LOG = Logger.getLogger(RequestFault.class);

    @Context KeycloakSession session;

    @Override
    public Response toResponse(Exception fault) {
        boolean isUnreadable = isOfReading(fault);
        boolean hasNoLanguage = hasUnreadableLanguage();
        Optional<RealmModel> portal =
                isUnreadable || hasNoLanguage ? portal(fault) : Optional.empty();
        portal.filter(realm -> hasNoLanguage).ifPresent(this::speak);
        return withHeaders(
                KeycloakErrorHandler.getResponse(
                        session,
                        isUnreadable && portal.isPresent()
                                ? new BadRequestException(fault)
                                : fault));
    }

    /** Where nobody can tell, Keycloak answers and logs both: its host is none, no database. */
    private Optional<RealmModel> portal(Exception fault) {
        try {
            return SeenPortals.portal(session);
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
            return Optional.empty();
        }
    }

    /** Such as {@code Accept-Language: en;q=x}. */
    private boolean hasUnreadableLanguage() {
        try {
            session.getContext().getHttpRequest().getHttpHeaders().getAcceptableLanguages();
            return false;
        } catch (WebApplicationException e) {
            LOG.debug("The language of a request cannot be read", e);
            return true;
        }
    }

    /** The realm's own language: Keycloak would look for the request's, and fail again. */
    private void speak(RealmModel realm) {
        session.getContext().setAuthenticationSession(null);
        Optional.ofNullable(realm.getDefaultLocale())
                .or(() -> realm.getSupportedLocalesStream().findFirst())
                .ifPresent(
                        language ->
                                session.setAttribute(
                                        LocaleSelectorProvider.USER_REQUEST_LOCALE, language));
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
