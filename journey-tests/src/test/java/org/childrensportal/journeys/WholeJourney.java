package org.childrensportal.journeys;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.childrensportal.local.RelyingParty;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;

/**
 * What people do at a portal of which nothing is known but its address, and what its relying
 * application gets of it.
 */
final class WholeJourney {

    private final URI server;
    private final RelyingParty party;
    private final UnaryOperator<String> inbox;

    /**
     * @param server the portal's address
     * @param callback of its relying application
     * @param inbox the code in the newest mail to an address
     */
    WholeJourney(URI server, URI callback, UnaryOperator<String> inbox) {
        this.server = server;
        this.party = new RelyingParty(server.resolve("/realms/portal"), callback);
        this.inbox = inbox;
    }

    /** A professional registers and confirms; answers what the application is told of them. */
    IDTokenClaimsSet register(String address) {
        Page page =
                arrive().follow("a[href*=registration]")
                        .submit(Registration.PROFESSIONAL)
                        .submit(Registration.account(address));
        return finish(page.submit(Map.of("code", inbox.apply(address))));
    }

    /** Somebody signs in who has an account; answers what the application is told of them. */
    IDTokenClaimsSet signIn(String address) {
        return finish(trySignIn(address));
    }

    /** The page that somebody comes to who types an address and the usual password. */
    Page trySignIn(String address) {
        return arrive().submit(Map.of("username", address, "password", Registration.PASSWORD));
    }

    private Page arrive() {
        return new Browserless(server).get(party.authorizationRequest().toString());
    }

    private IDTokenClaimsSet finish(Page page) {
        return party.finish(page.address()).claims();
    }
}
