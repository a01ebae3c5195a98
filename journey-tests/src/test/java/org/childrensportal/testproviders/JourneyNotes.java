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
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** What the authentication sessions of the browser that asks keep about its journeys. */
public final class JourneyNotes implements RealmResourceProvider {

    private static final List<String> NOTES =
            List.of("getAuthNotes", "getClientNotes", "getUserSessionNotes");

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
        for (Object journey : stored().values()) {
            for (String notes : NOTES) {
                call(journey, notes)
                        .forEach(
                                (name, value) -> {
                                    if (String.valueOf(value).contains(text)) {
                                        names.add(String.valueOf(name));
                                    }
                                });
            }
        }
        return String.join("\n", names);
    }

    /** Keycloak 26.7 gives a note by its name only; what it stores has all of them. */
    private Map<?, ?> stored() throws ReflectiveOperationException {
        RootAuthenticationSessionModel journeys = journeys();
        Field entity = journeys.getClass().getDeclaredField("entity");
        entity.setAccessible(true);
        return call(entity.get(journeys), "getAuthenticationSessions");
    }

    private static Map<?, ?> call(Object stored, String getter)
            throws ReflectiveOperationException {
        Map<?, ?> found = (Map<?, ?>) stored.getClass().getMethod(getter).invoke(stored);
        return found == null ? Map.of() : found;
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

    @Override
    public void close() {
        // nothing is held
    }
}
