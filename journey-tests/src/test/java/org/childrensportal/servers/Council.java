package org.childrensportal.servers;

import java.util.Map;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;

/**
 * Another realm of the server, where somebody has an account whose address nobody confirmed, and
 * which the portal's realm takes people from.
 */
public final class Council implements AutoCloseable {

    private static final String NAME = "council-realm";
    private static final String SECRET = "a-secret-of-the-tests";

    private final PortalUnderPath portal;

    /** Makes the realm, and an account in it with {@code address}. */
    public Council(PortalUnderPath portal, String address) {
        this.portal = portal;
        String openId = portal.address() + "/realms/" + NAME + "/protocol/openid-connect";
        portal.admin()
                .importRealm(
                        """
                        {"realm": "%1$s", "enabled": true, "sslRequired": "none",
                         "clients": [{"clientId": "portal", "secret": "%2$s", "redirectUris": ["*"]}],
                         "users": [{"username": "ann", "email": "%3$s", "emailVerified": false, "enabled": true,
                                    "firstName": "Ann", "lastName": "Lee",
                                    "credentials": [{"type": "password", "value": "%4$s"}]}]}
                        """
                                .formatted(NAME, SECRET, address, Registration.PASSWORD));
        portal.admin()
                .clients()
                .createIdentityProvider(
                        """
                        {"alias": "%1$s", "providerId": "oidc", "enabled": true,
                         "hideOnLogin": true, "trustEmail": false,
                         "config": {"clientId": "portal", "clientSecret": "%2$s",
                                    "clientAuthMethod": "client_secret_post",
                                    "authorizationUrl": "%3$s/auth", "tokenUrl": "%3$s/token",
                                    "defaultScope": "openid email profile", "validateSignature": "false"}}
                        """
                                .formatted(NAME, SECRET, openId));
    }

    /** The person signs in to the portal with that account. */
    public Page signIn(String client) {
        return portal.browser()
                .get(portal.authorization(client, "&response_type=code&kc_idp_hint=" + NAME))
                .submit(Map.of("username", "ann", "password", Registration.PASSWORD));
    }

    @Override
    public void close() {
        portal.admin().send("DELETE", "/identity-provider/instances/" + NAME, "");
        portal.admin().removeRealm(NAME);
    }
}
