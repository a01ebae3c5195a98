package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.childrensportal.servers.Engine;
import org.childrensportal.servers.Production;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("containers")
@ExtendWith(Production.Provider.class)
@DisplayName("While both nodes are moved to another build, one after the other,")
class RollingUpgradeIT {

    private static final int UNDER_WAY = 100;
    private static final String NEXT = "next";

    private final Production portal;

    RollingUpgradeIT(Production portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("a hundred people are under way at any time, and all of them arrive")
    void nobodyIsLost() {
        Engine.running().build("childrens-portal-keycloak:" + NEXT, "--label", "build=" + NEXT);
        List<String> before = images();
        try (PeopleUnderWay people = new PeopleUnderWay(portal, UNDER_WAY)) {
            CompletableFuture<String> upgrade =
                    CompletableFuture.supplyAsync(() -> portal.upgrade(NEXT));
            people.goOnUntil(upgrade::isDone);
            people.finish();

            assertThat(upgrade.join()).contains("[OK] Rolling Update is available.");
            assertThat(images()).hasSize(2).doesNotContainAnyElementsOf(before);
            assertThat(people.lost()).isEmpty();
            assertThat(people.arrived()).hasSizeGreaterThanOrEqualTo(UNDER_WAY);
            // No request was made twice: nobody got a second mail.
            assertThat(portal.mail().recipients())
                    .filteredOn(people.arrived()::contains)
                    .hasSameSizeAs(people.arrived());
            System.out.printf(
                    "Rolling upgrade: %d journeys arrived, %d lost, of %d requests.%n",
                    people.arrived().size(), people.lost().size(), people.requests());
        }
    }

    private List<String> images() {
        return List.of(
                portal.containers().inspect("keycloak-1", "{{.Image}}"),
                portal.containers().inspect("keycloak-2", "{{.Image}}"));
    }
}
