package org.childrensportal.testproviders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import org.keycloak.services.resource.RealmResourceProvider;

/** Tells how many hashes {@link CountingHash} has computed. */
public final class HashCount implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return this;
    }

    /** The number, in decimal. */
    @GET
    @Produces("text/plain")
    public String count() {
        return String.valueOf(CountingHash.COMPUTED.get());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
