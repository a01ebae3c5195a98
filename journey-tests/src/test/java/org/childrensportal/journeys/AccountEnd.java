package org.childrensportal.journeys;

import java.util.Map;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;

/** What puts out whoever holds a page of an account open, and what they are told. */
enum AccountEnd {
    SIGNED_OUT(
            "You need to sign in again", "You have been signed out", "portal_standing_signed_out") {
        @Override
        void happen(Portal portal, String address, String id) {
            portal.admin().send("POST", "/users/" + id + "/logout", "");
        }

        @Override
        boolean endsSession() {
            return true;
        }
    },
    SESSION_ENDED(
            "You need to sign in again", "You have been signed out", "portal_standing_signed_out") {
        @Override
        void happen(Portal portal, String address, String id) {
            String session = AdminConsole.field(portal.admin().people().sessions(id), "id");
            portal.admin().send("DELETE", "/sessions/" + session, "");
        }

        @Override
        boolean needsSession() {
            return true;
        }

        @Override
        boolean endsSession() {
            return true;
        }
    },
    DISABLED("This account cannot be used", "has been switched off", "user_disabled") {
        @Override
        void happen(Portal portal, String address, String id) {
            portal.admin().people().disable(id);
        }
    },
    PASSWORD_SET("You need to sign in again", "The password", "portal_standing_password_changed") {
        @Override
        void happen(Portal portal, String address, String id) {
            portal.admin().people().resetPassword(id, SET);
        }
    },
    PASSWORD_CHOSEN(
            "You need to sign in again", "The password", "portal_standing_password_changed") {
        @Override
        void happen(Portal portal, String address, String id) {
            Browserless owner = portal.browser();
            Registration.signIn(portal, owner, address);
            owner.get(portal.authorization("&kc_action=UPDATE_PASSWORD"))
                    .submit(
                            Map.of(
                                    "password-new", SET,
                                    "password-confirm", SET,
                                    "logout-sessions", "on"));
        }

        @Override
        boolean needsSession() {
            return true;
        }
    },
    ADDRESS_CHANGED(
            "You need to sign in again", "The email address", "portal_standing_address_changed") {
        @Override
        void happen(Portal portal, String address, String id) {
            portal.admin()
                    .send(
                            "PUT",
                            "/users/" + id,
                            "{\"email\": \"new-%s\", \"emailVerified\": true}".formatted(address));
        }
    };

    private static final String SET = "Third-Horse-9-staple";

    private final String heading;
    private final String words;
    private final String eventError;

    AccountEnd(String heading, String words, String eventError) {
        this.heading = heading;
        this.words = words;
        this.eventError = eventError;
    }

    abstract void happen(Portal portal, String address, String id);

    /** Whether it happens to somebody only who is signed in. */
    boolean needsSession() {
        return false;
    }

    boolean endsSession() {
        return false;
    }

    String heading() {
        return heading;
    }

    String words() {
        return words;
    }

    String eventError() {
        return eventError;
    }
}
