package org.childrensportal.testproviders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.keycloak.services.resource.RealmResourceProvider;

/** Tells how many hashes {@link CountingHash} has computed, and holds one of them. */
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

    /** {@code HELD} once the hash has come that is to be held. */
    @GET
    @Path("hold")
    @Produces("text/plain")
    public String held() {
        return CountingHash.HOLD.get().name();
    }

    /** Holds the next new hash. */
    @POST
    @Path("hold")
    public void hold() {
        CountingHash.HOLD.set(CountingHash.Hold.NEXT);
    }

    /** Holds the next password that is compared. */
    @POST
    @Path("hold-comparison")
    public void holdComparison() {
        CountingHash.HOLD.set(CountingHash.Hold.COMPARISON);
    }

    /** Lets it go on. */
    @POST
    @Path("release")
    public void release() {
        if (CountingHash.HOLD.getAndSet(CountingHash.Hold.NONE) == CountingHash.Hold.HELD) {
            CountingHash.HELD.release();
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
