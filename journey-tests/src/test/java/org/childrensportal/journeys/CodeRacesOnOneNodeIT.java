package org.childrensportal.journeys;

import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Attacks on the code, on one node with its own database")
class CodeRacesOnOneNodeIT extends CodeRaces {
    CodeRacesOnOneNodeIT(Portal portal) {
        super(portal);
    }
}
