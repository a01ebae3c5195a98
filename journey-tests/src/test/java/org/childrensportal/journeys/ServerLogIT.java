package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("The server says which portal it runs")
class ServerLogIT {

    private static final Path VERSIONS = Path.of("../docs/versions.md");
    private static final Pattern WARNED =
            Pattern.compile(
                    "KC-SERVICES0047: (\\S+) \\(org\\.childrensportal\\.keycloak\\.\\S+\\) is"
                            + " implementing the internal SPI (\\S+)\\.");
    private static final Pattern SPI =
            Pattern.compile("^\\| `(\\S+)` \\| (`.*`) \\|$", Pattern.MULTILINE);

    private final Portal portal;

    ServerLogIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("in its log, once at each start, with what is on in each realm of the portal's")
    void atStart() throws IOException {
        assertThat(Files.readAllLines(portal.logs().get(0)))
                .filteredOn(line -> line.contains("Children's Services Portal 1."))
                .singleElement()
                .asString()
                .matches(
                        ".*Children's Services Portal [0-9]\\S* on Keycloak"
                            + " [0-9]+\\.[0-9]+\\.[0-9]+\\S*;.*realm 'portal': registration open,"
                            + " addresses are confirmed by code.*")
                .doesNotContain("'master'");
    }

    @Test
    @DisplayName("and that its database is not for people's data, where it is H2")
    void database() throws IOException {
        assertThat(Files.readAllLines(portal.logs().get(0)))
                .filteredOn(line -> line.contains("docs/databases.md"))
                .singleElement()
                .asString()
                .contains("WARN", "The database is H2");
    }

    @Test
    @DisplayName("in the admin console's server info")
    void serverInfo() {
        assertThat(portal.admin().serverInfo())
                .containsPattern("\"portal-version\":\"[0-9]\\S*\"")
                .contains("\"oldest-keycloak\":\"26.");
    }

    @Test
    @DisplayName("and warns at its build of those providers only that the docs name")
    void warnings() throws IOException {
        Path log = Portal.installation().home().resolveSibling("build.log");
        List<String> warned =
                WARNED.matcher(Files.readString(log))
                        .results()
                        .map(provider -> provider.group(2) + " " + provider.group(1))
                        .toList();
        assertThat(documented()).isNotEmpty().containsExactlyInAnyOrderElementsOf(warned);
    }

    private static List<String> documented() throws IOException {
        return SPI.matcher(Files.readString(VERSIONS))
                .results()
                .flatMap(
                        row ->
                                Stream.of(row.group(2).replace("`", "").split(", "))
                                        .map(provider -> row.group(1) + " " + provider))
                .toList();
    }
}
