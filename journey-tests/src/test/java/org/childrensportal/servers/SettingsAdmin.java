package org.childrensportal.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every setting of ours that a realm can have, as the server itself tells administrators: a new one
 * is among them without anybody's doing.
 */
public final class SettingsAdmin {

    private static final String OURS = "portal-";
    private static final String ACTION = "portal-verify-email-code";
    private static final String PROFILE = "kc.user.profile.config";

    private final AdminSession session;

    SettingsAdmin(AdminSession session) {
        this.session = session;
    }

    /** The ids of the password policies that take a number. */
    public List<String> policies() {
        return stream(serverInfo().path("passwordPolicies"))
                .filter(policy -> policy.path("id").asText().startsWith(OURS))
                .filter(policy -> policy.path("configType").asText().equals("int"))
                .map(policy -> policy.path("id").asText())
                .toList();
    }

    /** The names of the settings of the required action. */
    public List<String> ofRequiredAction() {
        return names(
                read("/authentication/required-actions/" + ACTION + "/config-description")
                        .path("properties"));
    }

    /** The names of the settings of steps in flows, by the step's id. */
    public Map<String, List<String>> ofSteps() {
        Map<String, List<String>> settings = new TreeMap<>();
        for (String kind : List.of("form-action-providers", "authenticator-providers")) {
            stream(read("/authentication/" + kind))
                    .map(step -> step.path("id").asText())
                    .filter(id -> id.startsWith(OURS))
                    .forEach(
                            id ->
                                    settings.put(
                                            id,
                                            names(
                                                    read("/authentication/config-description/" + id)
                                                            .path("properties"))));
        }
        settings.values().removeIf(List::isEmpty);
        return settings;
    }

    /** The names of the settings of validators, by the validator's id. */
    public Map<String, List<String>> ofValidators() {
        Map<String, List<String>> settings = new TreeMap<>();
        stream(serverInfo().path("componentTypes").path("org.keycloak.validate.Validator"))
                .filter(validator -> validator.path("id").asText().startsWith(OURS))
                .forEach(
                        validator ->
                                settings.put(
                                        validator.path("id").asText(),
                                        names(validator.path("properties"))));
        settings.values().removeIf(List::isEmpty);
        return settings;
    }

    /**
     * The portal's realm under another name, in which every setting of ours is stored as {@code
     * value}.
     */
    public String realm(String name, String value) {
        ObjectNode realm =
                (ObjectNode)
                        AdminSession.read(
                                session.sendToRealm(
                                                "POST",
                                                "/partial-export?exportClients=true"
                                                        + "&exportGroupsAndRoles=true",
                                                "")
                                        .body(),
                                JsonNode.class);
        forgetIds(realm);
        // Secrets are not exported: the realm gets keys of its own.
        ((ObjectNode) realm.path("components")).remove("org.keycloak.keys.KeyProvider");
        realm.put("realm", name);
        setPolicies(realm, value);
        setRequiredAction(realm, value);
        setSteps(realm, value);
        setValidators(realm, value);
        return realm.toString().replace("/realms/portal/", "/realms/" + name + "/");
    }

    private static void forgetIds(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "containerId"));
        }
        node.forEach(SettingsAdmin::forgetIds);
    }

    private void setPolicies(ObjectNode realm, String value) {
        String policy = realm.path("passwordPolicy").asText();
        List<String> numbers = new ArrayList<>(policies());
        numbers.add("passwordHistory");
        for (String id : numbers) {
            policy = policy.replaceAll(id + "\\([^)]*\\)", id + "(" + value + ")");
        }
        realm.put("passwordPolicy", policy);
    }

    private void setRequiredAction(ObjectNode realm, String value) {
        stream(realm.path("requiredActions"))
                .filter(action -> action.path("providerId").asText().equals(ACTION))
                .forEach(
                        action ->
                                ((ObjectNode) action)
                                        .set("config", config(ofRequiredAction(), value)));
    }

    private void setSteps(ObjectNode realm, String value) {
        Map<String, List<String>> settings = ofSteps();
        ArrayNode configs = (ArrayNode) realm.path("authenticatorConfig");
        stream(realm.path("authenticationFlows"))
                .flatMap(flow -> stream(flow.path("authenticationExecutions")))
                .filter(step -> settings.containsKey(step.path("authenticator").asText()))
                .forEach(
                        step -> {
                            String id = step.path("authenticator").asText();
                            String alias = "settings %d of %s".formatted(configs.size(), id);
                            ((ObjectNode) step).put("authenticatorConfig", alias);
                            configs.addObject()
                                    .put("alias", alias)
                                    .set("config", config(settings.get(id), value));
                        });
    }

    private void setValidators(ObjectNode realm, String value) {
        Map<String, List<String>> settings = ofValidators();
        stream(realm.path("components").path("org.keycloak.userprofile.UserProfileProvider"))
                .map(component -> (ArrayNode) component.path("config").path(PROFILE))
                .forEach(
                        texts -> {
                            JsonNode profile =
                                    AdminSession.read(texts.get(0).asText(), JsonNode.class);
                            setValidators(profile, settings, value);
                            texts.set(0, profile.toString());
                        });
    }

    /** Sets what the validators in a user profile are set to. */
    private static void setValidators(
            JsonNode profile, Map<String, List<String>> settings, String value) {
        stream(profile.path("attributes"))
                .map(attribute -> attribute.path("validations"))
                .forEach(
                        validations ->
                                settings.forEach(
                                        (id, names) -> {
                                            if (validations.has(id)) {
                                                ((ObjectNode) validations)
                                                        .set(id, config(names, value));
                                            }
                                        }));
    }

    /** The portal realm's user profile, in which validators' settings are {@code value}. */
    public String profile(String value) {
        JsonNode profile = read("/users/profile");
        setValidators(profile, ofValidators(), value);
        return profile.toString();
    }

    private static ObjectNode config(List<String> names, String value) {
        ObjectNode config = AdminSession.read("{}", ObjectNode.class);
        Consumer<String> set = name -> config.put(name, value);
        names.forEach(set);
        return config;
    }

    private JsonNode serverInfo() {
        return AdminSession.read(
                session.send("GET", "/admin/serverinfo", "").body(), JsonNode.class);
    }

    private JsonNode read(String path) {
        return AdminSession.read(session.sendToRealm("GET", path, "").body(), JsonNode.class);
    }

    private static List<String> names(JsonNode properties) {
        return stream(properties).map(property -> property.path("name").asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
