package org.childrensportal.journeys;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Deployment;

/** Somebody who has an account, and changes its address. */
final class MovingPerson {

    private final Deployment portal;
    private final String address = "old-" + UUID.randomUUID() + "@school.example.org";
    private final String id;
    private final Browserless browser;

    private MovingPerson(Deployment portal) {
        this.portal = portal;
        this.browser = portal.browser();
        this.id = portal.admin().people().createUser(address, Registration.PASSWORD);
        portal.admin().people().setEmailVerified(id, true);
    }

    /** With a confirmed address, signed in. */
    static MovingPerson signedIn(Deployment portal) {
        MovingPerson person = new MovingPerson(portal);
        Registration.signIn(portal, person.browser, person.address);
        return person;
    }

    /** The address of before. */
    String address() {
        return address;
    }

    /** Another address, which nobody has. */
    static String newAddress() {
        return "new-" + UUID.randomUUID() + "@council.example.net";
    }

    String id() {
        return id;
    }

    Browserless browser() {
        return browser;
    }

    /** The page that asks for the new address. */
    Page newAddressPage() {
        return newAddressPage(browser);
    }

    /** The same in another browser, in which somebody is signed in. */
    Page newAddressPage(Browserless in) {
        return in.get(portal.authorization("&kc_action=UPDATE_EMAIL"));
    }

    /** The page that asks for the code to {@code next}. */
    Page codePage(String next) {
        return newAddressPage().send(Map.of("email", next));
    }

    /** Changes the address. */
    Page changeTo(String next) {
        return codePage(next).submit(Map.of("code", portal.codeFor(next)));
    }

    /** What an administrator reads of the account. */
    String account() {
        return portal.admin().send("GET", "/users/" + id, "").body();
    }
}
