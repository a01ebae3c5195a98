package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.childrensportal.checks.Walk;
import org.childrensportal.fuzz.Fuzz;
import org.childrensportal.people.Chromium;
import org.childrensportal.servers.Portal;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("fuzz")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Portal.Provider.class)
@DisplayName("Whatever is sent to a page")
class FuzzIT {

    private static final Path REPORT = Path.of("target/fuzz.txt");

    /** Shown by themselves, as samples: what they send goes nowhere. */
    private static final Pattern NOT_SENT = Pattern.compile("template-.*|sign-in/every-setting");

    /** Another day, other inputs. */
    private static final long SEED =
            Long.getLong("fuzz.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());

    private final Portal portal;
    private final Fuzz fuzz;

    FuzzIT(Portal portal) {
        this.portal = portal;
        this.fuzz = new Fuzz(portal, SEED);
    }

    @Test
    @DisplayName(
            "is answered by a page, soon, with its policy, without a word of Java, and leaves no"
                    + " row half made")
    void answered() throws IOException {
        int inputs = Integer.getInteger("fuzz.inputs");
        fuzz.send(inputs);
        String report =
                """
                %d inputs to %d pages, -Dfuzz.seed=%d; %d ways led elsewhere, %d faults of Keycloak's own
                a plain request took %d ms, the slowest %s
                %d findings
                %s
                pages:
                %s
                """
                        .formatted(
                                inputs,
                                fuzz.pages().size(),
                                SEED,
                                fuzz.lost(),
                                fuzz.keycloaks(),
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

    @Test
    @DisplayName("every form that people meet is sent some")
    void everyForm() {
        Map<String, List<String>> met = new TreeMap<>();
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            new Walk(
                            portal,
                            browser,
                            page ->
                                    met.put(
                                            page,
                                            Fuzz.forms(
                                                    Jsoup.parse(browser.driver().getPageSource()))))
                    .all();
        }
        met.keySet().removeIf(page -> NOT_SENT.matcher(page).matches());
        Set<String> forms = fuzz.forms();
        assertThat(met)
                .isNotEmpty()
                .allSatisfy((page, asked) -> assertThat(forms).containsAll(asked));
    }
}
