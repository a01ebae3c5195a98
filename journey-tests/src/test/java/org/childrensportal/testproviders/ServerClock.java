package org.childrensportal.testproviders;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.keycloak.common.util.Time;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * Moves the clock of the server under test, so that no test waits for a code to expire. Installed
 * by the tests only.
 */
public final class ServerClock implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return this;
    }

    /** From now on the server's clock is {@code seconds} ahead. */
    @PUT
    @Path("ahead/{seconds}")
    public Response ahead(@PathParam("seconds") int seconds) {
        Time.setOffset(seconds);
        return Response.noContent().build();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
