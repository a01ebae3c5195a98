package org.childrensportal.journeys;

import java.util.Map;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.keycloak.models.utils.TimeBasedOTP;

/** A page of somebody's account that a browser holds open, and what is sent from it later. */
enum HeldPage {
    NEW_PASSWORD_OF_THE_APPLICATION {
        @Override
        Page open(Portal portal, String address, String id) {
            return begun(portal, address, "UPDATE_PASSWORD");
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            return page.submit(newPassword());
        }
    },
    NEW_PASSWORD_AT_SIGN_IN {
        @Override
        Page open(Portal portal, String address, String id) {
            portal.admin()
                    .send("PUT", "/users/" + id, "{\"requiredActions\": [\"UPDATE_PASSWORD\"]}");
            return Registration.signIn(portal, portal.browser(), address);
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            return page.submit(newPassword());
        }
    },
    DETAILS {
        @Override
        Page open(Portal portal, String address, String id) {
            return begun(portal, address, "UPDATE_PROFILE");
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            return page.send(Map.of("firstName", "Thief"));
        }
    },
    MISSING_DETAILS {
        @Override
        String details() {
            return "";
        }

        @Override
        Page open(Portal portal, String address, String id) {
            return Registration.signIn(portal, portal.browser(), address);
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            return page.send(Registration.PUBLIC);
        }
    },
    APP_SET_UP {
        @Override
        Page open(Portal portal, String address, String id) {
            return begun(portal, address, "CONFIGURE_TOTP");
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            String secret = page.document().select("[name=totpSecret]").attr("value");
            return page.send(Map.of("totp", new TimeBasedOTP().generateTOTP(secret)));
        }
    },
    CONSENT {
        @Override
        Page open(Portal portal, String address, String id) {
            Browserless browser = signedIn(portal, address);
            String callback = portal.relyingApplication().resolve("callback").toString();
            portal.admin()
                    .clients()
                    .createClient(
                            """
                            {"clientId": "asks", "publicClient": true, "consentRequired": true,
                             "redirectUris": ["%s"]}
                            """
                                    .formatted(callback));
            return browser.get(
                    CLIENT.matcher(portal.authorization("")).replaceFirst("client_id=asks"));
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            return page.send(Map.of("accept", "yes"));
        }
    },
    CODE_BY_EMAIL {
        @Override
        boolean isVerified() {
            return false;
        }

        @Override
        Page open(Portal portal, String address, String id) {
            return Registration.signIn(portal, portal.browser(), address);
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            return page.submit(Map.of("code", portal.codeFor(address)));
        }
    },
    CODE_OF_AN_APP {
        @Override
        String more() {
            return """
            , {"type": "otp", "secretData": "{\\"value\\":\\"%s\\"}", "credentialData":
             "{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}
            """
                    .formatted(SECRET);
        }

        @Override
        Page open(Portal portal, String address, String id) {
            return Registration.signIn(portal, portal.browser(), address);
        }

        @Override
        Page send(Portal portal, Page page, String address) {
            return page.submit(Map.of("otp", new TimeBasedOTP().generateTOTP(SECRET)));
        }
    };

    private static final String SECRET = "an-authenticator-apps-secret";
    private static final String CHOSEN = "Another-Horse-8-staple";
    private static final Pattern CLIENT = Pattern.compile("client_id=[^&]*");

    /** Comes to the page. */
    abstract Page open(Portal portal, String address, String id);

    /** Fills the page in, and sends it. */
    abstract Page send(Portal portal, Page page, String address);

    /** What the account is like that has such a page, as JSON. */
    String account(String address) {
        return """
        {"username": "%1$s", "email": "%1$s", "emailVerified": %2$s, "enabled": true, %3$s
         "credentials": [{"type": "password", "value": "%4$s"} %5$s]}
        """
                .formatted(address, isVerified(), details(), Registration.PASSWORD, more());
    }

    boolean isVerified() {
        return true;
    }

    String details() {
        return """
        "firstName": "Ann", "lastName": "Lee", "attributes": {"professional": ["false"]},
        """;
    }

    String more() {
        return "";
    }

    private static Browserless signedIn(Portal portal, String address) {
        Browserless browser = portal.browser();
        Registration.signIn(portal, browser, address);
        return browser;
    }

    private static Page begun(Portal portal, String address, String action) {
        return signedIn(portal, address).get(portal.authorization("&kc_action=" + action));
    }

    private static Map<String, String> newPassword() {
        return Map.of("password-new", CHOSEN, "password-confirm", CHOSEN);
    }
}
