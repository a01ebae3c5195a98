package org.childrensportal.journeys;

import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Changes of an address at the same moment, on one node")
class AddressRacesOnOneNodeIT extends AddressRaces {

    AddressRacesOnOneNodeIT(Portal portal) {
        super(portal);
    }
}
