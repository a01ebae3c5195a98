package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.OtherRealm;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("A realm of the portal's is put right by another set-up")
class RealmPutRightIT {

    private final Portal portal;
    private final String address = "guest-" + UUID.randomUUID() + "@example.com";

    RealmPutRightIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("whatever somebody has switched off or taken out")
    void putRight() {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            realm.setUp();
            Set<String> whole = realm.export();
            realm.send("PUT", "", "{\"registrationAllowed\": false, \"loginTheme\": \"\"}");
            realm.send(
                    "PUT",
                    "/authentication/required-actions/portal-verify-email-code",
                    """
                    {"alias": "portal-verify-email-code", "providerId": "portal-verify-email-code",
                     "name": "Portal: confirm email address by code", "enabled": false,
                     "priority": 2000}
                    """);
            String executions = "/authentication/flows/portal%20registration/executions";
            String execution =
                    AdminConsole.object(
                            realm.send("GET", executions, "").body(),
                            "providerId",
                            "portal-account-creation");
            realm.send("PUT", executions, execution.replace("REQUIRED\"", "DISABLED\""));
            assertThat(OtherRealm.steps(realm.check().get("missing")))
                    .contains(
                            "user-registration",
                            "login-theme",
                            "required-action",
                            "registration-flow");
            assertThat(realm.check().get("stopsRegistration").toString())
                    .contains("portal-account-creation", "portal-verify-email-code");
            realm.setUp();
            assertThat(realm.changesSince(whole)).isEmpty();
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("the required action, once, however often somebody has added it")
    void requiredActionTwice() {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            realm.setUp();
            Set<String> whole = realm.export();
            String actions = "/authentication/required-actions/";
            String action = realm.send("GET", actions + "portal-verify-email-code", "").body();
            realm.send(
                    "PUT",
                    actions + "portal-verify-email-code",
                    action.replace(
                            "\"alias\":\"portal-verify-email-code\"", "\"alias\":\"renamed\""));
            realm.send(
                    "POST",
                    "/authentication/register-required-action",
                    "{\"providerId\": \"portal-verify-email-code\", \"name\": \"again\"}");
            assertThat(OtherRealm.steps(realm.check().get("missing"))).contains("required-action");
            realm.setUp();
            assertThat(realm.changesSince(whole)).noneMatch(line -> line.contains("renamed"));
            assertThat(realm.check().get("missing")).isEmpty();
            assertThat(Registration.register(realm, address).address()).hasParameter("code");
        } finally {
            realm.remove();
        }
    }
}
