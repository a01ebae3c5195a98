package org.childrensportal.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The variables that a deployment sets for the server: {@code KC_…} and {@code PORTAL_…}. */
public final class ServerSettings {

    /** What the operator makes of the fields that we use. */
    private static final Map<String, String> OPERATOR =
            Map.ofEntries(
                    Map.entry("/db/url", "KC_DB_URL"),
                    Map.entry("/db/usernameSecret", "KC_DB_USERNAME"),
                    Map.entry("/db/passwordSecret", "KC_DB_PASSWORD"),
                    Map.entry("/hostname/hostname", "KC_HOSTNAME"),
                    Map.entry("/http/httpEnabled", "KC_HTTP_ENABLED"),
                    Map.entry("/proxy/headers", "KC_PROXY_HEADERS"));

    /** What the chart makes of those. */
    private static final Map<String, String> CHART =
            Map.of(
                    "/database/existingSecret", "KC_DB_PASSWORD",
                    "/proxy/mode", "KC_PROXY_HEADERS",
                    "/proxy/http/enabled", "KC_HTTP_ENABLED",
                    "/health/enabled", "KC_HEALTH_ENABLED",
                    "/metrics/enabled", "KC_METRICS_ENABLED");

    private static final Set<String> ADMINISTRATOR =
            Set.of("KC_BOOTSTRAP_ADMIN_USERNAME", "KC_BOOTSTRAP_ADMIN_PASSWORD");

    private ServerSettings() {}

    /** Those of a compose file's service {@code keycloak}, or of each whose name begins so. */
    public static Set<String> ofCompose(Path file) {
        Set<String> names = new TreeSet<>();
        KubernetesFile.read(file)
                .documents()
                .get(0)
                .path("services")
                .properties()
                .forEach(
                        service -> {
                            if (service.getKey().startsWith("keycloak")) {
                                service.getValue()
                                        .path("environment")
                                        .fieldNames()
                                        .forEachRemaining(names::add);
                            }
                        });
        names.removeIf(name -> !name.startsWith("KC_") && !name.startsWith("PORTAL_"));
        return names;
    }

    /** Those of the resources for the operator: the server, and the realm to import. */
    public static Set<String> ofOperator(Path server, Path realm) {
        JsonNode spec = KubernetesFile.read(server).documents().get(0).path("spec");
        Set<String> names = ofFields(spec, OPERATOR);
        if (spec.at("/bootstrapAdmin/user/secret").isTextual()) {
            names.addAll(ADMINISTRATOR);
        }
        spec.path("additionalOptions")
                .forEach(option -> names.add(variable(option.path("name").asText())));
        spec.path("env").forEach(option -> names.add(option.path("name").asText()));
        KubernetesFile.read(realm)
                .documents()
                .get(0)
                .at("/spec/placeholders")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    /** Those of the chart's values, and of the secret that they name for the realm. */
    public static Set<String> ofChart(Path values, Path secrets) {
        JsonNode chart = KubernetesFile.read(values).documents().get(0);
        Set<String> names = ofFields(chart, CHART);
        KubernetesFile.inText(chart, "extraEnv")
                .forEach(item -> names.add(item.path("name").asText()));
        for (JsonNode from : KubernetesFile.inText(chart, "extraEnvFrom")) {
            names.addAll(ofSecret(secrets, from.at("/secretRef/name").asText()));
        }
        return names;
    }

    /** The keys of a secret. */
    public static Set<String> ofSecret(Path file, String name) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode secret : KubernetesFile.read(file).documents()) {
            if (name.equals(secret.at("/metadata/name").asText())) {
                secret.path("stringData").fieldNames().forEachRemaining(keys::add);
            }
        }
        return keys;
    }

    private static Set<String> ofFields(JsonNode node, Map<String, String> variables) {
        Set<String> names = new TreeSet<>();
        variables.forEach(
                (field, variable) -> {
                    if (!node.at(field).isMissingNode()) {
                        names.add(variable);
                    }
                });
        return names;
    }

    private static String variable(String option) {
        return "KC_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
