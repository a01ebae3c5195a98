package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.childrensportal.checks.TerraformModule;
import org.childrensportal.checks.TerraformModule.Argument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether the provider takes what it is given is tried by {@link TerraformIT}. */
@DisplayName("The module for Terraform")
class TerraformFilesTest {

    static final Path FOLDER = Path.of("../as-code/terraform");

    private static final Path REALM = Path.of("../realm-config/target/classes/portal-realm.json");

    private static final Pattern OF_FILE = Pattern.compile("local\\.file\\.(\\w+)");

    /**
     * Comes from a variable; is always so with the provider; or is Keycloak's own, which a realm
     * has that is not imported.
     */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "realm",
                    "bruteForceProtected",
                    "internationalizationEnabled",
                    "smtpServer",
                    "clientScopeMappings");

    private final TerraformModule module = TerraformModule.in(FOLDER);

    @Test
    @DisplayName("takes all that the realm's file has, and nothing that it has not")
    void whole() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(REALM.toFile());
        Set<String> taken = new TreeSet<>();
        for (String place : module.fromFile()) {
            var name = OF_FILE.matcher(place);
            if (name.lookingAt()) {
                taken.add(name.group(1));
            }
        }
        Set<String> wanted = new TreeSet<>();
        realm.fieldNames().forEachRemaining(wanted::add);
        assertThat(wanted).containsAll(taken);
        wanted.removeAll(LEFT_OUT);
        assertThat(taken).containsAll(wanted);
    }

    @Test
    @DisplayName("has flows only as deep as it can make them")
    void depth() throws IOException {
        JsonNode flows = new ObjectMapper().readTree(REALM.toFile()).get("authenticationFlows");
        List<String> level = new ArrayList<>();
        flows.forEach(
                flow -> {
                    if (flow.get("topLevel").booleanValue()) {
                        level.add(flow.get("alias").textValue());
                    }
                });
        int found = level.size();
        for (int depth = 0; depth < 2; depth++) {
            List<String> next = new ArrayList<>();
            for (JsonNode flow : flows) {
                if (level.contains(flow.get("alias").textValue())) {
                    flow.get("authenticationExecutions").findValuesAsText("flowAlias", next);
                }
            }
            found += next.size();
            level.clear();
            level.addAll(next);
        }
        assertThat(found).isEqualTo(flows.size());
    }

    @Test
    @DisplayName("is read by the other tests")
    void read() {
        assertThat(module.arguments())
                .contains(
                        new Argument("keycloak_realm", List.of(), "login_theme"),
                        new Argument("keycloak_realm", List.of("smtp_server", "auth"), "username"),
                        new Argument(
                                "keycloak_realm_user_profile",
                                List.of("attribute", "validator"),
                                "config"))
                .hasSizeGreaterThan(100);
    }
}
