package org.childrensportal.checks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.List;

/**
 * What the Helm chart "keycloakx" takes of what we give it, as its handbook says: no registry has
 * its schema. Of Kubernetes' own things in it the whole model.
 */
record ChartValues(
        @JsonProperty(required = true) Image image,
        List<String> args,
        Integer replicas,
        DisruptionBudget podDisruptionBudget,
        Database database,
        Proxy proxy,
        Http http,
        Switch health,
        Switch metrics,
        String extraEnv,
        String extraEnvFrom,
        ResourceRequirements resources,
        PodSecurityContext podSecurityContext,
        SecurityContext securityContext,
        ServiceMonitor serviceMonitor,
        Switch networkPolicy,
        List<JsonNode> extraManifests,
        Ingress ingress) {

    record Image(
            @JsonProperty(required = true) String repository,
            @JsonProperty(required = true) String tag) {}

    record DisruptionBudget(Integer maxUnavailable, Integer minAvailable) {}

    record Database(String existingSecret, String existingSecretKey) {}

    record Proxy(Boolean enabled, String mode, Switch http) {}

    record Http(String relativePath) {}

    record Switch(Boolean enabled) {}

    record ServiceMonitor(Boolean enabled, String interval, String scrapeTimeout) {}

    record Ingress(
            Boolean enabled, String ingressClassName, List<Rule> rules, List<IngressTLS> tls) {}

    record Rule(String host, List<PathOfHost> paths) {}

    record PathOfHost(String path, String pathType) {}
}
