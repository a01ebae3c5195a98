package org.childrensportal.journeys;

import org.childrensportal.checks.Traces;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

@Order(Integer.MAX_VALUE)
@ExtendWith(Portal.Provider.class)
@DisplayName("What is left behind")
class TracesIT extends Traces {
    TracesIT(Portal portal) {
        super(portal);
    }
}
