package org.childrensportal.journeys;

import org.childrensportal.servers.Cluster;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(Cluster.Provider.class)
@DisplayName(
        "When nodes or the database fail, with sessions in the database (--features=stateless)")
class NodeFaultsStatelessIT extends NodeFaults {
    NodeFaultsStatelessIT(Cluster.Stateless cluster) {
        super(cluster);
    }

    @Override
    void afterRestart(People people) {
        goOn(people);
    }
}
