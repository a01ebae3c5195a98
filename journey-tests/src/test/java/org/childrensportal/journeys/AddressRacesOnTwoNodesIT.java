package org.childrensportal.journeys;

import org.childrensportal.servers.Cluster;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("nodes")
@ExtendWith(Cluster.Provider.class)
@DisplayName("Changes of an address at the same moment, on two nodes over PostgreSQL")
class AddressRacesOnTwoNodesIT extends AddressRaces {

    AddressRacesOnTwoNodesIT(Cluster cluster) {
        super(cluster);
    }
}
