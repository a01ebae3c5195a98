package org.childrensportal.fuzz;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;

/** What programs send to the portal: applications, and administrators. */
final class Interfaces {

    private static final String CLIENT = "direct-grant";

    private Interfaces() {}

    /** A request to each. */
    static List<Draft> drafts(Visitor visitor) {
        Portal portal = visitor.portal();
        portal.admin().clients().createDirectGrantClient(CLIENT);
        String token = "Bearer " + token(visitor);
        URI api = URI.create(portal.address() + "/admin/realms/portal/portal/");
        return List.of(
                new Draft(
                                "POST",
                                URI.create(
                                        portal.address()
                                                + "/realms/portal/protocol/openid-connect/token"))
                        .field("grant_type", "password")
                        .field("client_id", CLIENT)
                        .field("username", visitor.address())
                        .field("password", Registration.PASSWORD)
                        .field("scope", "openid"),
                new Draft("GET", api.resolve("check")).header("Authorization", token),
                new Draft("POST", api.resolve("set-up?dry-run=true"))
                        .header("Authorization", token));
    }

    private static String token(Visitor visitor) {
        Page answer =
                visitor.browser()
                        .postForData(
                                visitor.portal().address()
                                        + "/realms/master/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "admin-cli",
                                        "username", "admin",
                                        "password", "admin"));
        return AdminConsole.field(answer.html(), "access_token");
    }
}
