package org.childrensportal.testproviders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** What the authentication sessions of the browser that asks keep about its journeys. */
public final class JourneyNotes implements RealmResourceProvider {

    private final KeycloakSession session;

    JourneyNotes(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** The names of the notes that hold a text, one a line. */
    @GET
    @Produces("text/plain")
    public String holding(@QueryParam("text") String text) throws ReflectiveOperationException {
        List<String> names = new ArrayList<>();
        for (AuthenticationSessionModel journey : journeys().getAuthenticationSessions().values()) {
            notes(journey)
                    .forEach(
                            (name, value) -> {
                                if (String.valueOf(value).contains(text)) {
                                    names.add(String.valueOf(name));
                                }
                            });
        }
        return String.join("\n", names);
    }

    /** Those of the cookie: the session's id in base 64, with a signature behind a dot. */
    private RootAuthenticationSessionModel journeys() {
        String cookie = session.getProvider(CookieProvider.class).get(CookieType.AUTH_SESSION_ID);
        String encoded = cookie.split("\\.")[0];
        String decoded = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        return session.authenticationSessions()
                .getRootAuthenticationSession(
                        session.getContext().getRealm(), decoded.split("\\.")[0]);
    }

    /** Keycloak 26.7 gives a note by its name only; its adapter keeps all of them in one map. */
    private static Map<?, ?> notes(AuthenticationSessionModel journey)
            throws ReflectiveOperationException {
        Field entity = journey.getClass().getDeclaredField("entity");
        entity.setAccessible(true);
        Object stored = entity.get(journey);
        return Map.copyOf((Map<?, ?>) stored.getClass().getMethod("getAuthNotes").invoke(stored));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
