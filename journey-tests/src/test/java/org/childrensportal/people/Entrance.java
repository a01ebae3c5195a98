package org.childrensportal.people;

/** The portal as people come to it. */
public interface Entrance {

    /** A new person's browser, on a machine of its own. */
    Browserless browser();

    /** The person in {@code browser} arrives from the relying application at the sign-in page. */
    Page signIn(Browserless browser);

    /** A new person arrives from the relying application at the sign-in page. */
    default Page signIn() {
        return signIn(browser());
    }

    /** The code in the newest mail to {@code address}. */
    String codeFor(String address);
}
