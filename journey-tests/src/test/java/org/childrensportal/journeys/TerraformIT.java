package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.childrensportal.checks.TerraformModule;
import org.childrensportal.checks.TerraformModule.Argument;
import org.childrensportal.servers.AdminCommands;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Needs {@code terraform} and {@code npm}. The provider itself is not run: its registry serves no
 * package manager. Its schema is that of Pulumi's package, which is generated from it.
 */
@Tag("terraform")
@DisplayName("The module for Terraform, as far as it can be run without the provider,")
class TerraformIT {

    private static final String SCHEMA = "@pulumi/keycloak@6.13.0";
    private static final Pattern BEGIN =
            Pattern.compile("export interface (\\w+) \\{(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern MEMBER =
            Pattern.compile("^ {4}(\\w+)(\\??): (.*)$", Pattern.MULTILINE);

    private final TerraformModule module = TerraformModule.in(TerraformFilesTest.FOLDER);

    @TempDir private Path folder;

    private String give(String commands) {
        return new AdminCommands(Portal.installation(), folder, Map.of()).give(commands);
    }

    @Test
    @DisplayName("is formatted")
    void formatted() {
        assertThat(give("terraform fmt -check -diff " + source() + " && echo well"))
                .contains("well");
    }

    @Test
    @DisplayName("makes of the realm's file what is in it")
    void evaluated() throws IOException {
        for (String file : Set.of("locals.tf", "variables.tf")) {
            Files.copy(TerraformFilesTest.FOLDER.resolve(file), folder.resolve(file));
        }
        StringBuilder outputs = new StringBuilder();
        int number = 0;
        Set<String> wanted = new TreeSet<>(module.fromFile());
        wanted.addAll(
                Set.of(
                        "local.profile",
                        "local.executions",
                        "local.configs",
                        "local.flows_in_top",
                        "local.flows_in_those",
                        "local.required_actions",
                        "local.default_roles"));
        for (String place : wanted) {
            outputs.append("output \"o%d\" {\n  value = %s\n}\n".formatted(number++, place));
        }
        Files.writeString(folder.resolve("outputs.tf"), outputs);
        Files.writeString(
                folder.resolve("terraform.tfvars"),
                """
                realm_file       = "%s"
                mail             = { host = "mail", from = "a@example.com" }
                web_url          = "http://localhost/"
                web_redirect_uri = "http://localhost/callback"
                """
                        .formatted(
                                Path.of("../realm-config/target/classes/portal-realm.json")
                                        .toAbsolutePath()
                                        .normalize()));
        String said = give("terraform init -no-color && terraform apply -auto-approve -no-color");
        assertThat(said)
                .contains("Apply complete!", "portal-account-creation", "account/delete-account")
                .doesNotContain("Error");
        assertThat(give("terraform apply -auto-approve -no-color")).contains("No changes.");
    }

    @Test
    @DisplayName("names arguments that the provider has, and all that it wants")
    void arguments() throws IOException {
        give("npm pack --silent " + SCHEMA + " && tar xzf pulumi-keycloak-*.tgz");
        Map<String, String> blocks =
                interfaces(Files.readString(folder.resolve("package/types/input.d.ts")));
        for (Map.Entry<String, Set<Argument>> resource :
                module.arguments().stream()
                        .collect(Collectors.groupingBy(Argument::resource, Collectors.toSet()))
                        .entrySet()) {
            String type = type(resource.getKey());
            String members =
                    interfaces(Files.readString(folder.resolve("package/" + file(type) + ".d.ts")))
                            .get(type.replaceAll(".*/", "") + "Args");
            Set<String> given = new TreeSet<>();
            for (Argument argument : resource.getValue()) {
                String within = members;
                for (String block : argument.block()) {
                    within = blocks.get(block(within, block));
                }
                assertThat(names(within, "\\??"))
                        .as("%s", argument)
                        .containsAnyElementsOf(spellings(argument.name()));
                if (argument.block().isEmpty()) {
                    given.addAll(spellings(argument.name()));
                }
            }
            assertThat(given).as(resource.getKey()).containsAll(names(members, ""));
        }
    }

    private static Map<String, String> interfaces(String text) {
        return BEGIN.matcher(text)
                .results()
                .collect(
                        Collectors.toMap(
                                found -> found.group(1),
                                found -> found.group(2),
                                (first, second) -> first));
    }

    private static Set<String> names(String members, String optional) {
        return MEMBER.matcher(members)
                .results()
                .filter(found -> found.group(2).matches(optional))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The interface of the block that is called so. */
    private static String block(String members, String name) {
        return MEMBER.matcher(members)
                .results()
                .filter(found -> spellings(name).contains(found.group(1)))
                .map(MatchResult::group)
                .map(found -> found.replaceAll("(?s).*inputs\\.(\\w+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** {@code keycloak_openid_client_scope} is {@code openid/ClientScope} there. */
    private static String type(String resource) {
        String rest = resource.replaceFirst("keycloak_", "");
        for (String group : Set.of("openid", "authentication")) {
            if (rest.startsWith(group + "_")) {
                return group + "/" + upper(camel(rest.substring(group.length() + 1)));
            }
        }
        return upper(camel(rest));
    }

    private static String file(String type) {
        int name = type.lastIndexOf('/') + 1;
        return type.substring(0, name)
                + type.substring(name, name + 1).toLowerCase(Locale.ROOT)
                + type.substring(name + 1);
    }

    /** Blocks that may be given more than once are in the plural there. */
    private static Set<String> spellings(String name) {
        return Set.of(camel(name), camel(name) + "s");
    }

    private static String upper(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String camel(String name) {
        return Pattern.compile("_(\\w)")
                .matcher(name)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    private static Path source() {
        return TerraformFilesTest.FOLDER.toAbsolutePath().normalize();
    }
}
