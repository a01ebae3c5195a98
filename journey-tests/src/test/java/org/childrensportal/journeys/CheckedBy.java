package org.childrensportal.journeys;

import java.util.Map;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.servers.Portal;

/** Every way in which a password is checked. */
enum CheckedBy {
    SIGN_IN {
        @Override
        boolean letsIn(Portal portal, String address, String password) {
            return isIn(portal.signIn().submit(Map.of("username", address, "password", password)));
        }
    },
    SIGN_IN_AGAIN {
        @Override
        boolean letsIn(Portal portal, String address, String password) {
            Browserless browser = portal.browser();
            portal.signIn(browser).submit(Map.of("username", address, "password", password));
            return isIn(
                    browser.get(portal.authorization("&prompt=login"))
                            .submit(Map.of("password", password)));
        }
    },
    DIRECT_GRANT {
        @Override
        boolean letsIn(Portal portal, String address, String password) {
            return ask(portal, address, password).status() == 200;
        }
    };

    private static final Pattern BACK_AT_THE_APPLICATION = Pattern.compile("(^|&)code=");

    /** Whether somebody who types this is let in. */
    abstract boolean letsIn(Portal portal, String address, String password);

    /** What the token endpoint says to an application that sends name and password. */
    static Page ask(Portal portal, String address, String password) {
        return portal.admin().account().directGrant(address, password, "openid");
    }

    private static boolean isIn(Page page) {
        String query = page.address().getQuery();
        return query != null && BACK_AT_THE_APPLICATION.matcher(query).find();
    }
}
