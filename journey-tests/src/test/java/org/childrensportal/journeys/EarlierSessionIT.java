package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Partner;
import org.childrensportal.servers.PortalUnderPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalUnderPath.Provider.class)
@DisplayName("Whoever was signed in where somebody else registers")
class EarlierSessionIT {

    private static final String TOLD = "told-application";

    private final PortalUnderPath portal;
    private final AdminConsole admin;
    private final String path = "/" + UUID.randomUUID();
    private final String earlier = "earlier-" + UUID.randomUUID() + "@example.com";
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    EarlierSessionIT(PortalUnderPath portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @AfterEach
    void removeClient() {
        String client = admin.send("GET", "/clients?clientId=" + TOLD, "").body();
        admin.send("DELETE", "/clients/" + AdminConsole.field(client, "id"), "");
    }

    @Test
    @DisplayName("is signed out of every application by back channel, and the registration goes on")
    void told() throws ParseException {
        admin.clients()
                .createClient(
                        """
                        {"clientId": "%s", "publicClient": true, "redirectUris": ["%s"], "frontchannelLogout": false,
                         "defaultClientScopes": ["basic"],
                         "attributes": {"backchannel.logout.url": "%s", "backchannel.logout.session.required": "true"}}
                        """
                                .formatted(
                                        TOLD,
                                        PortalUnderPath.CALLBACK,
                                        portal.partner().address() + path));
        String id = admin.people().createUser(earlier, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        Browserless browser = portal.browser();
        browser.get(portal.authorization(TOLD, "&response_type=code"))
                .submit(Map.of("username", earlier, "password", Registration.PASSWORD));
        String sessions = admin.people().sessions(id);
        assertThat(sessions).contains(TOLD);

        Page details =
                browser.get(
                        portal.authorization(
                                "portal-web",
                                "&response_type=code&prompt=create"
                                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                    + "&code_challenge_method=S256"));
        assertThat(details.heading()).isEqualTo("Your details");
        List<Partner.Call> calls = portal.partner().calls(path);
        assertThat(calls).hasSize(1);
        JWTClaimsSet claims =
                SignedJWT.parse(calls.get(0).body().replaceFirst("logout_token=", ""))
                        .getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getAudience()).containsExactly(TOLD);
        assertThat(sessions).contains(claims.getStringClaim("sid"));
        assertThat(admin.people().sessions(id)).isEqualTo("[]");
        assertThat(admin.history().events("LOGOUT", id)).hasSize(1);

        Page code = details.submit(Registration.PUBLIC).submit(Registration.account(address));
        assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
        assertThat(portal.partner().calls(path)).hasSize(1);
    }
}
