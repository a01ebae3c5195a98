package org.childrensportal.checks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * What Keycloak's operator takes of what we give it, as its handbook says: no registry has its
 * schema. Of Kubernetes' own things in it, and of the realm, the whole model.
 */
final class OperatorResource {

    private OperatorResource() {}

    /** A server: {@code kind: Keycloak}. */
    record Server(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) ObjectMeta metadata,
            @JsonProperty(required = true) ServerSpec spec) {}

    record ServerSpec(
            Integer instances,
            String image,
            Boolean startOptimized,
            Update update,
            Database db,
            BootstrapAdmin bootstrapAdmin,
            Hostname hostname,
            Http http,
            Proxy proxy,
            Ingress ingress,
            Management httpManagement,
            List<Option> additionalOptions,
            List<Option> env,
            ResourceRequirements resources,
            Probe readinessProbe,
            Probe livenessProbe,
            Probe startupProbe,
            ServiceMonitor serviceMonitor,
            Scheduling scheduling,
            NetworkPolicy networkPolicy) {}

    record Update(Strategy strategy) {}

    /** How the operator goes from one image to the next. */
    enum Strategy {
        @JsonProperty("RecreateOnImageChange")
        RECREATE,
        @JsonProperty("Auto")
        AUTO,
        @JsonProperty("Explicit")
        EXPLICIT
    }

    record Database(
            String vendor,
            String url,
            SecretKeySelector usernameSecret,
            SecretKeySelector passwordSecret,
            Integer poolInitialSize,
            Integer poolMinSize,
            Integer poolMaxSize) {}

    record BootstrapAdmin(Secret user) {}

    record Secret(@JsonProperty(required = true) String secret) {}

    record Hostname(String hostname, String admin, Boolean strict) {}

    record Http(Boolean httpEnabled, Integer httpPort, String tlsSecret) {}

    record Proxy(Headers headers) {}

    /** Which of a proxy's headers are believed. */
    enum Headers {
        @JsonProperty("forwarded")
        FORWARDED,
        @JsonProperty("xforwarded")
        X_FORWARDED
    }

    record Ingress(Boolean enabled) {}

    record Management(Integer port) {}

    record Option(
            @JsonProperty(required = true) String name, String value, SecretKeySelector secret) {}

    record Probe(Integer periodSeconds, Integer failureThreshold) {}

    record ServiceMonitor(Boolean enabled, String interval, String scrapeTimeout) {}

    record Scheduling(List<TopologySpreadConstraint> topologySpreadConstraints) {}

    record NetworkPolicy(
            Boolean enabled, List<NetworkPolicyPeer> http, List<NetworkPolicyPeer> management) {}

    /** A realm to import: {@code kind: KeycloakRealmImport}. */
    record RealmImport(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) ObjectMeta metadata,
            @JsonProperty(required = true) RealmImportSpec spec) {}

    record RealmImportSpec(
            @JsonProperty(required = true) String keycloakCRName,
            Map<String, Placeholder> placeholders,
            @JsonProperty(required = true) RealmRepresentation realm) {}

    record Placeholder(@JsonProperty(required = true) SecretKeySelector secret) {}
}
