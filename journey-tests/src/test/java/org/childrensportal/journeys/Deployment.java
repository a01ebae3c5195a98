package org.childrensportal.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The portal under test, on one node or several. */
interface Deployment {

    /** A new person's browser, on a machine of its own. */
    Browserless browser();

    /** The person in {@code browser} arrives from the relying application at the sign-in page. */
    Page signIn(Browserless browser);

    /** A new person arrives from the relying application at the sign-in page. */
    default Page signIn() {
        return signIn(browser());
    }

    Mailbox mail();

    /** The code in the newest mail to {@code address}. */
    default String codeFor(String address) {
        return mail().codeFor(address);
    }

    AdminConsole admin();

    /** Moves the clock of every node ahead of the real time. */
    void clockAhead(Duration ahead);

    /** Every event since the start, as JSON. */
    String events();

    /** The log of every node that ever ran here. */
    List<Path> logs();
}
