package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.childrensportal.servers.OtherRealm;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A realm that is there already does not become the portal's")
class RealmObstaclesIT {

    private final Portal portal;

    RealmObstaclesIT(Portal portal) {
        this.portal = portal;
    }

    /** Why a realm is not set up yet. */
    enum Obstacle {
        ADDRESS_OF_TWO("duplicate-emails", "1 email addresses") {
            @Override
            void bring(OtherRealm realm) {
                realm.send("PUT", "", "{\"duplicateEmailsAllowed\": true}");
                realm.addPerson("first", "shared@example.com", "true");
                realm.addPerson("second", "shared@example.com", "true");
                realm.addPerson("third", "another@example.com", "true");
            }

            @Override
            void mend(OtherRealm realm) {
                realm.send("DELETE", "/users/" + realm.person("second"), "");
            }
        },
        ADDRESS_OF_TWO_FROM_BEFORE("duplicate-emails", "1 email addresses") {
            @Override
            void bring(OtherRealm realm) {
                ADDRESS_OF_TWO.bring(realm);
                realm.send("PUT", "", "{\"duplicateEmailsAllowed\": false}");
            }

            @Override
            void mend(OtherRealm realm) {
                ADDRESS_OF_TWO.mend(realm);
            }
        },
        ADDRESS_OF_ANOTHER_AS_NAME("duplicate-emails", "1 accounts") {
            @Override
            void bring(OtherRealm realm) {
                realm.send("PUT", "", "{\"loginWithEmailAllowed\": false}");
                realm.addPerson("office@example.com", "home@example.com", "true");
                realm.addPerson("office", "office@example.com", "true");
                realm.addPerson("own@example.com", "own@example.com", "true");
            }

            @Override
            void mend(OtherRealm realm) {
                realm.send("DELETE", "/users/" + realm.person("office@example.com"), "");
            }
        },
        NO_MAIL("mail-server", "Host") {
            @Override
            void bring(OtherRealm realm) {
                realm.send("PUT", "", "{\"smtpServer\": {\"from\": \"us@example.com\"}}");
            }

            @Override
            void mend(OtherRealm realm) {
                realm.send(
                        "PUT",
                        "",
                        "{\"smtpServer\": {\"from\": \"us@example.com\", \"host\": \"h\"}}");
            }
        };

        private final String step;
        private final String words;

        Obstacle(String step, String words) {
            this.step = step;
            this.words = words;
        }

        abstract void bring(OtherRealm realm);

        abstract void mend(OtherRealm realm);
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    @DisplayName("before what would lock people out is mended, as the dry run says too")
    void notYet(Obstacle obstacle) {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            obstacle.bring(realm);
            Set<String> before = realm.export();
            JsonNode told = realm.trySetUp().get("obstacles");
            assertThat(OtherRealm.steps(told)).containsExactly(obstacle.step);
            assertThat(told.toString()).contains(obstacle.words);
            assertThat(OtherRealm.steps(realm.check().get("missing"))).contains(obstacle.step);
            JsonNode refusal = realm.refused("set-up?dry-run=false");
            assertThat(refusal.get("obstacles")).isEqualTo(told);
            assertThat(refusal.get("errorMessage").textValue()).contains(obstacle.words);
            assertThat(realm.changesSince(before)).isEmpty();

            obstacle.mend(realm);
            realm.setUp();
            assertThat(realm.check().get("missing")).isEmpty();
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("by an administrator of the realm who would get no token any more")
    void ownAccount() {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            realm.addPerson("boss", "boss@example.com", "false");
            realm.allow("boss", "realm-admin");
            String token = realm.token("boss");
            String setUp = "/portal/set-up?dry-run=false";
            assertThat(realm.sendAs(token, "POST", setUp).body()).contains("your-account");
            assertThat(realm.sendAs(token, "POST", setUp).statusCode()).isEqualTo(409);
            realm.send("PUT", "/users/" + realm.person("boss"), "{\"emailVerified\": true}");
            assertThat(realm.sendAs(token, "POST", setUp).statusCode()).isEqualTo(200);
        } finally {
            realm.remove();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-up", "leave"})
    @DisplayName("by whoever may not manage it, nor by a dry run that is neither")
    void refused(String what) {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            assertThat(realm.send("POST", "/portal/" + what + "?dry-run=perhaps", "").statusCode())
                    .isEqualTo(400);
            Set<String> before = realm.export();
            assertThat(realm.send("POST", "/portal/" + what, "").statusCode()).isEqualTo(200);
            assertThat(realm.changesSince(before)).as("without dry-run").isEmpty();
            String viewer = realm.viewer();
            assertThat(realm.sendAs(viewer, "GET", "/portal/check").statusCode()).isEqualTo(200);
            before = realm.export();
            for (String query : List.of("", "?dry-run=true", "?dry-run=false")) {
                assertThat(realm.sendAs(viewer, "POST", "/portal/" + what + query).statusCode())
                        .as(query)
                        .isEqualTo(403);
            }
            assertThat(realm.sendAs("nobody", "GET", "/portal/check").statusCode()).isEqualTo(401);
            assertThat(realm.changesSince(before)).isEmpty();
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("if it is that of the server's administrators, who could not get in")
    void master() {
        OtherRealm master = OtherRealm.at(portal.address(), portal.mail(), "master");
        assertThat(master.send("POST", "/portal/set-up?dry-run=false", "").statusCode())
                .isEqualTo(400);
        assertThat(master.tryLeave().get("changes")).isEmpty();
    }
}
