package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.OtherRealm;
import org.childrensportal.servers.Portal;
import org.childrensportal.servers.RealmFlows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A realm that leaves keeps what is its own, whatever was done to it meanwhile")
class TakenBackIT {

    private final OtherRealm realm;

    TakenBackIT(Portal portal) {
        realm =
                OtherRealm.make(
                        portal.address(), portal.mail(), "leaving-" + UUID.randomUUID(), "");
    }

    @AfterEach
    void remove() {
        realm.remove();
    }

    @Test
    @DisplayName("although somebody who manages the realm wrote into what it remembers")
    void forgedMemory() {
        String flow = realm.flows().add("own");
        realm.flows().put(flow, "auth-cookie", "REQUIRED", 10);
        realm.send(
                "PUT", "", "{\"passwordPolicy\": \"length(8)\", \"supportedLocales\": [\"de\"]}");
        Set<String> before = realm.export();
        realm.setUp();
        realm.forge("portal.before.client-scopes", "basic\nroles\nprofile");
        realm.forge("portal.before.flows-made", flow + "\n" + realm.flows().id("docker auth"));
        realm.forge("portal.before.flows-made", "own\ndocker auth");
        realm.forge("portal.before.profile", "{");
        realm.forge("portal.before.profile-attributes", "username\nemail");
        realm.forge("portal.before.password-policy", "length");
        realm.forge("portal.before.languages", "de");
        JsonNode tried = realm.tryLeave();
        assertThat(realm.leave()).isEqualTo(tried);
        assertThat(realm.changesSince(before)).filteredOn(this::isNoProfile).isEmpty();
    }

    /** It is stored in the realm's own words, where Keycloak's was meant before. */
    private boolean isNoProfile(String line) {
        return !line.contains("UserProfileProvider");
    }

    @Test
    @DisplayName("not with flows that ask for less than those of before, unless that is asked for")
    void forgotten() {
        realm.asksForNameAndPasswordOnTwoPages();
        realm.setUp();
        realm.forgetAttributes();
        Set<String> before = realm.export();
        List<String> flows =
                List.of(
                        "registration-flow",
                        "browser-flow",
                        "direct-grant-flow",
                        "reset-credentials-flow");
        assertThat(OtherRealm.steps(realm.tryLeave().get("obstacles"))).isEqualTo(flows);
        assertThat(OtherRealm.steps(realm.refused("leave?dry-run=false").get("obstacles")))
                .isEqualTo(flows);
        assertThat(realm.changesSince(before)).isEmpty();
        assertThat(OtherRealm.steps(realm.tryLeave().get("toDo"))).containsExactly("memory");

        realm.flows().bind("browserFlow", "own browser");
        assertThat(OtherRealm.steps(realm.tryLeave().get("obstacles")))
                .doesNotContain("browser-flow");
        realm.leaveForKeycloaksFlows();
        assertThat(bound("browserFlow")).isEqualTo("own browser");
        assertThat(bound("registrationFlow")).isEqualTo("registration");
        assertThat(realm.tryLeave().get("changes")).isEmpty();
    }

    private String bound(String as) {
        String json = realm.send("GET", "", "").body();
        return json.replaceFirst("(?s).*\"" + as + "\":\"([^\"]*)\".*", "$1");
    }

    @Test
    @DisplayName("with its own flow under a new name; where that is gone, somebody has to choose")
    void renamed() {
        realm.asksForNameAndPasswordOnTwoPages();
        realm.setUp();
        realm.flows().rename("own browser", "our browser");
        String chosen = bound("registrationFlow");
        realm.leave();
        assertThat(bound("browserFlow")).isEqualTo("our browser");

        realm.setUp();
        assertThat(bound("registrationFlow")).isEqualTo(chosen);
        realm.send("DELETE", "/authentication/flows/" + realm.flows().id("our browser"), "");
        assertThat(OtherRealm.steps(realm.refused("leave?dry-run=false").get("obstacles")))
                .containsExactly("browser-flow");
    }

    @Test
    @DisplayName("with flows of ours that are used elsewhere cleaned, not removed")
    void usedElsewhere() {
        Set<String> before = realm.export();
        realm.setUp();
        realm.flows().bind("firstBrokerLoginFlow", "portal browser");
        realm.flows().takeOut("portal direct grant", "portal-direct-grant");
        JsonNode tried = realm.tryLeave();
        assertThat(realm.leave()).isEqualTo(tried);
        assertThat(realm.flows().steps("portal browser"))
                .contains("auth-username-password-form")
                .doesNotContain("portal-");
        assertThat(bound("firstBrokerLoginFlow")).isEqualTo("portal browser");
        assertThat(bound("browserFlow")).isEqualTo("browser");
        assertThat(bound("directGrantFlow"))
                .as("of the realm's own by now")
                .isEqualTo("portal direct grant");
        assertThat(realm.flows().has("portal reset credentials")).isFalse();
        assertThat(realm.changesSince(before)).noneMatch(line -> line.startsWith("- /defaultRole"));
        assertThat(realm.tryLeave().get("changes")).isEmpty();
    }

    @Test
    @DisplayName("with a flow of its own, that somebody put ours into, bound as it was")
    void ofItsOwn() {
        String flow = realm.flows().add("portal browser");
        realm.flows().put(flow, "auth-cookie", "ALTERNATIVE", 10);
        realm.flows().put(flow, "portal-sign-in", "ALTERNATIVE", 20);
        realm.flows().bind("browserFlow", "portal browser");
        realm.setUp();
        realm.leave();
        assertThat(bound("browserFlow")).isEqualTo("portal browser");
        assertThat(realm.flows().steps("portal browser"))
                .contains("auth-username-password-form")
                .doesNotContain("portal-sign-in");
    }

    /** Flows that Keycloak takes over REST, and that no console makes. */
    enum OddFlow {
        WITHIN_ANOTHER_AND_ON_ITS_OWN {
            @Override
            void make(RealmFlows flows, String outer) {
                flows.putFlow(outer, form(flows, "inner"), 10);
            }
        },
        WITHIN_ANOTHER_TWICE {
            @Override
            void make(RealmFlows flows, String outer) {
                String inner = form(flows, "inner");
                flows.putFlow(outer, inner, 10);
                flows.putFlow(outer, inner, 20);
            }
        },
        WITHIN_ITSELF {
            @Override
            void make(RealmFlows flows, String outer) {
                flows.put(outer, "auth-username-password-form", "REQUIRED", 10);
                flows.putFlow(outer, outer, 20);
            }
        },
        THAT_IS_NOT_THERE {
            @Override
            void make(RealmFlows flows, String outer) {
                flows.put(outer, "auth-username-password-form", "REQUIRED", 10);
                flows.putFlow(outer, "nowhere", 20);
            }
        };

        abstract void make(RealmFlows flows, String outer);

        private static String form(RealmFlows flows, String alias) {
            String flow = flows.add(alias);
            flows.put(flow, "auth-username-password-form", "REQUIRED", 10);
            return flow;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("whatever flow it had bound")
    void oddFlow(OddFlow kind) {
        kind.make(realm.flows(), realm.flows().add("outer"));
        realm.flows().bind("browserFlow", "outer");
        String before = realm.send("GET", "/authentication/flows", "").body();
        JsonNode tried = realm.trySetUp();
        assertThat(realm.setUp()).isEqualTo(tried);
        assertThat(realm.check().get("missing")).isEmpty();
        JsonNode leaving = realm.tryLeave();
        assertThat(realm.leave()).isEqualTo(leaving);
        assertThat(realm.tryLeave().get("changes")).isEmpty();
        assertThat(bound("browserFlow")).isEqualTo("outer");
        assertThat(realm.send("GET", "/authentication/flows", "").body()).hasSameSizeAs(before);
    }

    @Test
    @DisplayName("in no longer time for flows that are within each other again and again")
    void deep() {
        String outer = realm.flows().add("outer");
        String last = outer;
        for (int level = 0; level < 16; level++) {
            String next = realm.flows().add("level-" + level);
            realm.flows().putFlow(last, next, 10);
            realm.flows().putFlow(last, next, 20);
            last = next;
        }
        realm.flows().put(last, "auth-username-password-form", "REQUIRED", 10);
        realm.flows().bind("browserFlow", "outer");
        int flows = realm.send("GET", "/authentication/flows", "").body().split("\"alias\"").length;
        realm.setUp();
        assertThat(realm.send("GET", "/authentication/flows", "").body().split("\"alias\""))
                .as("flows made, of which there would be one for each way to the last")
                .hasSizeLessThan(flows + 20);
        realm.leave();
        assertThat(bound("browserFlow")).isEqualTo("outer");
    }

    @Test
    @DisplayName("with what was chosen since, and with nobody asked for a code that never comes")
    void chosenSince() {
        realm.send("PUT", "", "{\"duplicateEmailsAllowed\": true}");
        realm.addPerson("asked@example.com", "asked@example.com", "false");
        realm.setUp();
        realm.send("PUT", "", "{\"registrationEmailAsUsername\": true}");
        String person = "/users/" + realm.person("asked@example.com");
        realm.send("PUT", person, "{\"requiredActions\": [\"portal-verify-email-code\"]}");
        realm.leave();
        assertThat(realm.send("GET", "", "").body())
                .contains(
                        "\"registrationEmailAsUsername\":true", "\"duplicateEmailsAllowed\":false");
        assertThat(realm.send("GET", person, "").body()).contains("\"requiredActions\":[]");
    }

    @Test
    @DisplayName("and what is removed of many accounts is not in vain, although one can't be")
    void oneByOne() {
        realm.setUp();
        for (String surname : List.of("First", "Kept", "Last")) {
            Registration.detailsPage(realm)
                    .submit(Registration.with(Registration.PUBLIC, "lastName", surname))
                    .submit(Registration.account("pending-%s@example.com".formatted(surname)));
        }
        Set<String> before = realm.export();
        assertThat(realm.send("POST", "/portal/leave?dry-run=false", "").statusCode())
                .isEqualTo(500);
        assertThat(realm.changesSince(before)).isEmpty();
        assertThat(realm.send("GET", "/users?search=pending", "").body())
                .contains("Kept")
                .doesNotContain("First", "Last\"");
    }
}
