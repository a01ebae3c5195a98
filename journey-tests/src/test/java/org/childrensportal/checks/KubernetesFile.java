package org.childrensportal.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file for a cluster, held against the model of what the cluster takes: keys that it doesn't
 * know, and values of another type, are faults. The models of Kubernetes' own resources are made
 * from its published schema.
 */
public final class KubernetesFile {

    private static final Map<String, Class<?>> MODELS =
            Map.of(
                    "v1 Secret", Secret.class,
                    "networking.k8s.io/v1 Ingress", Ingress.class,
                    "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
                    "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
                    "k8s.keycloak.org/v2alpha1 Keycloak", OperatorResource.Server.class,
                    "k8s.keycloak.org/v2alpha1 KeycloakRealmImport",
                            OperatorResource.RealmImport.class);

    private static final ObjectMapper YAML =
            YAMLMapper.builder(new YAMLFactory())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .annotationIntrospector(new NothingElse())
                    .build();

    private final List<JsonNode> documents;

    /** The documents of a file, which are resources or a chart's values. */
    public KubernetesFile(String text) {
        documents = new ArrayList<>();
        try (var read = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            read.forEachRemaining(documents::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one. */
    public static KubernetesFile read(Path file) {
        try {
            return new KubernetesFile(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its documents. */
    public List<JsonNode> documents() {
        return documents;
    }

    /** What is wrong with its resources. */
    public List<String> faults() {
        return documents.stream().flatMap(resource -> faults(resource).stream()).toList();
    }

    private static List<String> faults(JsonNode resource) {
        String kind = resource.path("apiVersion").asText() + " " + resource.path("kind").asText();
        Class<?> model = MODELS.get(kind);
        return model == null ? List.of("no model of " + kind) : faults(resource, model);
    }

    /** What is wrong with it as the values of the chart. */
    public List<String> faultsOfValues() {
        List<String> faults = new ArrayList<>();
        for (JsonNode values : documents) {
            faults.addAll(faults(values, ChartValues.class));
            values.path("extraManifests").forEach(resource -> faults.addAll(faults(resource)));
            inText(values, "extraEnv").forEach(item -> faults.addAll(faults(item, EnvVar.class)));
            inText(values, "extraEnvFrom")
                    .forEach(item -> faults.addAll(faults(item, EnvFromSource.class)));
        }
        return faults;
    }

    /** The list that a chart's values hold as a text. */
    static JsonNode inText(JsonNode values, String name) {
        try {
            return YAML.readTree(values.path(name).asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(JsonNode node, Class<?> model) {
        try {
            YAML.readerFor(model).readValue(YAML.treeAsTokens(node));
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kubernetes' models keep what they don't know, where we want to be told. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
