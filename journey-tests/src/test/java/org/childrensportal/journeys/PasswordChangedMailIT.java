package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who hears of a changed password. */
@ExtendWith(Portal.Provider.class)
@DisplayName("The mail about a changed password")
class PasswordChangedMailIT {

    private static final String CHANGED = "Another-Horse-8-staple";
    private static final String SUBJECT = "Children's Services Portal: your password was changed";

    private static final String ACTION = "/authentication/required-actions/UPDATE_PASSWORD";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "changed-" + UUID.randomUUID() + "@example.com";
    private String asShipped = "";

    PasswordChangedMailIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @Test
    @DisplayName("goes to an address that is confirmed")
    void confirmed() {
        admin.people().setEmailVerified(changing(), true);
        assertThat(change().address()).hasParameter("code");
        portal.mail().awaitSubject(address, SUBJECT);
    }

    /** A realm may ask for a new password before it asks for the code. */
    @Test
    @DisplayName("goes to no address that nobody has confirmed: its owner may be a stranger")
    void unconfirmed() {
        askForPasswordFirst();
        String id = changing();
        Page next = change();
        assertThat(next.heading()).isEqualTo("Confirm your email");
        assertThat(admin.history().events("UPDATE_CREDENTIAL", id)).hasSize(1);
        Await.until(
                "nothing waits to be mailed",
                () -> portal.metric("portal_mails_waiting", "portal") == 0);
        assertThat(portal.mail().countFor(address)).as("the code's mail only").isEqualTo(1);
    }

    private void askForPasswordFirst() {
        asShipped = admin.send("GET", ACTION, "").body();
        String first = asShipped.replaceFirst("\"priority\":\\d+", "\"priority\":1");
        assertThat(first).isNotEqualTo(asShipped);
        assertThat(admin.send("PUT", ACTION, first).statusCode()).isEqualTo(204);
    }

    /** An account whose person is to choose a new password; its id. */
    private String changing() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.send("PUT", "/users/" + id, "{\"requiredActions\": [\"UPDATE_PASSWORD\"]}");
        return id;
    }

    private Page change() {
        return Registration.signIn(portal, portal.browser(), address)
                .submit(Map.of("password-new", CHANGED, "password-confirm", CHANGED));
    }

    @AfterEach
    void asBefore() {
        if (!asShipped.isEmpty()) {
            admin.send("PUT", ACTION, asShipped);
        }
    }
}
