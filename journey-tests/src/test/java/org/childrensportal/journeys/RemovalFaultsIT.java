package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("The removal of accounts that were not confirmed in time")
class RemovalFaultsIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID() + "@example.com";

    RemovalFaultsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private String register(String name) {
        String address = name + "-" + unique;
        Registration.codePage(portal, address);
        return admin.people().userId(address);
    }

    private boolean isThere(String id) {
        return admin.send("GET", "/users/" + id, "").statusCode() == 200;
    }

    private void call(String id, String surname) {
        assertThat(
                        admin.send("PUT", "/users/" + id, "{\"lastName\": \"" + surname + "\"}")
                                .statusCode())
                .isEqualTo(204);
    }

    private void awaitRemoval(List<String> ids) {
        Await.until("they are removed", () -> ids.stream().noneMatch(this::isThere));
    }

    private String log() throws IOException {
        return Files.readString(portal.logs().get(0));
    }

    @Test
    @DisplayName("goes on with the others when one cannot be removed, and tries that again")
    void oneStays() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int person = 0; person < 4; person++) {
            ids.add(register("person" + person));
        }
        // They are removed in the order of their names: the one that stays is the first.
        ids.sort(
                Comparator.comparing(
                        id ->
                                AdminConsole.field(
                                        admin.send("GET", "/users/" + id, "").body(), "username")));
        String kept = ids.get(0);
        call(kept, "Kept");
        portal.clockAhead(Duration.ofHours(25));
        awaitRemoval(ids.subList(1, ids.size()));
        assertThat(isThere(kept)).isTrue();
        assertThat(log()).contains("Account " + kept + " of realm ");
        call(kept, "Brown");
        awaitRemoval(List.of(kept));
    }

    @Test
    @DisplayName("goes on with other realms when one is removed at the same moment")
    void realmGone() throws IOException {
        String realm = "zz-gone-" + UUID.randomUUID().toString().substring(0, 8);
        admin.importRealm("{\"id\": \"%1$s\", \"realm\": \"%1$s\"}".formatted(realm));
        String last = register("last");
        call(last, "Last-of-" + realm);
        int failuresBefore = log().split("Failed to run scheduled task", -1).length;
        portal.clockAhead(Duration.ofHours(25));
        awaitRemoval(List.of(last));
        String next = register("next");
        portal.clockAhead(Duration.ofHours(50));
        awaitRemoval(List.of(next));
        assertThat(log().split("Failed to run scheduled task", -1)).hasSize(failuresBefore);
        assertThat(log()).doesNotContain("Accounts of realm " + realm);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
