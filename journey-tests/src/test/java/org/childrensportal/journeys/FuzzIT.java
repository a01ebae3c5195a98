package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.childrensportal.fuzz.Fuzz;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("fuzz")
@ExtendWith(Portal.Provider.class)
@DisplayName("Whatever is sent to a page")
class FuzzIT {

    private static final Path REPORT = Path.of("target/fuzz.txt");

    private final Portal portal;

    FuzzIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName(
            "is answered by a page, soon, with its policy, without a word of Java, and leaves no"
                    + " row half made")
    void answered() throws IOException {
        int inputs = Integer.getInteger("fuzz.inputs", 500);
        long seed = Long.getLong("fuzz.seed", LocalDate.now().toEpochDay());
        Fuzz fuzz = new Fuzz(portal, seed);
        fuzz.send(inputs);
        String report =
                """
                %d inputs to %d pages, -Dfuzz.seed=%d; %d ways led elsewhere
                a plain request took %d ms, the slowest %s
                %d findings
                %s
                pages:
                %s
                """
                        .formatted(
                                inputs,
                                fuzz.pages().size(),
                                seed,
                                fuzz.lost(),
                                fuzz.plain().toMillis(),
                                fuzz.slowest(),
                                fuzz.findings().size(),
                                String.join("\n\n", fuzz.findings()),
                                String.join("\n", fuzz.pages()));
        Files.writeString(REPORT, report);
        System.out.println(report.lines().limit(2).toList());
        assertThat(fuzz.findings()).as("see %s", REPORT).isEmpty();
        assertThat(fuzz.lost()).isLessThan(inputs / 10);
    }
}
