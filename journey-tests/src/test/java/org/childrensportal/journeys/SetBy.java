package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;

/** Every way in which a password comes to be an account's. */
enum SetBy {
    REGISTRATION {
        @Override
        void set(Portal portal, String address, String password, String repeated) {
            Page code =
                    Registration.accountPage(portal)
                            .submit(
                                    Map.of(
                                            "email", address,
                                            "password", password,
                                            "password-confirm", repeated));
            assertThat(code.errors()).isEmpty();
            assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                    .hasParameter("code");
        }
    },
    UPDATE_PAGE {
        @Override
        void set(Portal portal, String address, String password, String repeated) {
            owner(portal, address, Registration.PASSWORD);
            Browserless browser = portal.browser();
            Registration.signIn(portal, browser, address);
            Page done = change(browser.get(changePage(portal)), password, repeated);
            assertThat(done.address()).hasParameter("kc_action_status", "success");
        }
    },
    RESET_LINK {
        @Override
        void set(Portal portal, String address, String password, String repeated) {
            owner(portal, address, Registration.PASSWORD);
            portal.signIn()
                    .follow("a[href*=reset-credentials]")
                    .submit(Map.of("username", address));
            Page done = change(portal.browser().get(portal.linkFor(address)), password, repeated);
            assertThat(done.errors()).isEmpty();
        }
    },
    ADMINISTRATOR {
        @Override
        void set(Portal portal, String address, String password, String repeated) {
            String id = owner(portal, address, Registration.PASSWORD);
            assertThat(portal.admin().people().resetPassword(id, password).statusCode())
                    .isEqualTo(204);
        }
    },
    CREATED_BY_ADMINISTRATOR {
        @Override
        void set(Portal portal, String address, String password, String repeated) {
            owner(portal, address, password);
        }
    },
    PARTIAL_IMPORT {
        @Override
        void set(Portal portal, String address, String password, String repeated) {
            var imported =
                    portal.admin()
                            .send(
                                    "POST",
                                    "/partialImport",
                                    """
                                    {"ifResourceExists": "FAIL", "users": [
                                     {"username": "%1$s", "email": "%1$s", "emailVerified": true,
                                      "enabled": true, "firstName": "Ann", "lastName": "Lee",
                                      "attributes": {"professional": ["false"]},
                                      "credentials": [{"type": "password", "value": "%2$s"}]}]}
                                    """
                                            .formatted(address, password));
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        }
    };

    /**
     * Gives a new confirmed account a password.
     *
     * @param repeated the second field, on pages that have one
     */
    abstract void set(Portal portal, String address, String password, String repeated);

    static String changePage(Portal portal) {
        return portal.authorization("&kc_action=UPDATE_PASSWORD");
    }

    static Page change(Page page, String password, String repeated) {
        return page.submit(Map.of("password-new", password, "password-confirm", repeated));
    }

    private static String owner(Portal portal, String address, String password) {
        String id = portal.admin().people().createUser(address, password);
        portal.admin().people().setEmailVerified(id, true);
        return id;
    }
}
