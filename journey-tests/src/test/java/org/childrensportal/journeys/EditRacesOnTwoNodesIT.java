package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Cluster;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("nodes")
@ExtendWith(Cluster.Provider.class)
@DisplayName("An administrator's edit of an account that is changed at the same moment")
class EditRacesOnTwoNodesIT {

    private static final int ROUNDS = 12;
    private static final int EDITORS = 3;
    private static final String FIRST_NAME = "\"firstName\":\"Edited\"";

    private final Cluster cluster;
    private final AdminConsole admin;
    private final String address = "edit-" + UUID.randomUUID() + "@example.com";

    EditRacesOnTwoNodesIT(Cluster cluster) {
        this.cluster = cluster;
        this.admin = cluster.admin();
    }

    private String user(String id) {
        return admin.send("GET", "/users/" + id, "").body();
    }

    private Callable<Page> edit(String id, String json, List<Integer> answers) {
        return () -> {
            answers.add(admin.send("PUT", "/users/" + id, json).statusCode());
            return null;
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("by the code that confirms it is made or refused, and the account is whole")
    void confirmed(boolean whole) {
        for (int round = 0; round < ROUNDS; round++) {
            String mine = round + "-" + address;
            Page page = Registration.codePage(cluster, mine);
            String id = admin.people().userId(mine);
            String code = cluster.codeFor(mine);
            String json =
                    whole
                            ? user(id).replaceFirst("\"firstName\":\"[^\"]*\"", FIRST_NAME)
                            : "{" + FIRST_NAME + "}";
            List<Integer> edits = Collections.synchronizedList(new ArrayList<>());
            List<Callable<Page>> deeds = new ArrayList<>();
            deeds.add(() -> page.submit(Map.of("code", code)));
            for (int number = 0; number < EDITORS; number++) {
                deeds.add(edit(id, json, edits));
            }
            assertThat(Crowd.atOnce(deeds).get(0).address()).hasParameter("code");
            assertThat(edits).as(mine).isSubsetOf(204, 409);
            assertThat(user(id))
                    .as("%s: %s", mine, edits)
                    .contains("\"username\":\"" + mine + "\"", "\"email\":\"" + mine + "\"")
                    .contains("\"emailVerified\":true")
                    .doesNotContain("claimedEmail");
        }
    }

    @Test
    @DisplayName("by another's edit of its address is made or refused, and the account is whole")
    void edited() {
        for (int round = 0; round < ROUNDS; round++) {
            String mine = round + "-" + address;
            Registration.codePage(cluster, mine);
            String id = admin.people().userId(mine);
            String given = "given-" + mine;
            List<Integer> address = Collections.synchronizedList(new ArrayList<>());
            List<Integer> names = Collections.synchronizedList(new ArrayList<>());
            Crowd.atOnce(
                    List.of(
                            edit(id, "{\"email\": \"" + given + "\"}", address),
                            edit(id, "{" + FIRST_NAME + "}", names)));
            assertThat(address).as(mine).containsAnyOf(204, 409);
            assertThat(names).as(mine).containsAnyOf(204, 409);
            if (address.contains(204)) {
                assertThat(user(id))
                        .as(mine)
                        .contains("\"username\":\"" + given + "\"")
                        .contains("\"email\":\"" + given + "\"")
                        .doesNotContain("claimedEmail");
            } else {
                assertThat(user(id)).as(mine).contains("\"claimedEmail\":[\"" + mine + "\"]");
            }
        }
    }
}
