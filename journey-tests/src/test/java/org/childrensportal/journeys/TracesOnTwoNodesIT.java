package org.childrensportal.journeys;

import java.util.List;
import org.childrensportal.checks.Traces;
import org.childrensportal.servers.Cluster;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("nodes")
@Order(Integer.MAX_VALUE)
@ExtendWith(Cluster.Provider.class)
@DisplayName("What is left behind on two nodes")
class TracesOnTwoNodesIT extends Traces {
    TracesOnTwoNodesIT(Cluster portal) {
        super(List.of(portal));
    }
}
