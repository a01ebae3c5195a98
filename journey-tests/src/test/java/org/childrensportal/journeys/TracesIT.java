package org.childrensportal.journeys;

import org.childrensportal.checks.Traces;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("every other test has left its traces")
@Order(Integer.MAX_VALUE)
@ExtendWith(Portal.Provider.class)
@DisplayName("What is left behind")
class TracesIT extends Traces {
    TracesIT(Portal.All all) {
        super(all.portals());
    }
}
