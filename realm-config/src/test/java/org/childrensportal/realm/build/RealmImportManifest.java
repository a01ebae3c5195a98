package org.childrensportal.realm.build;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What Keycloak's operator imports the realm from: a {@code KeycloakRealmImport}. What the realm
 * leaves open comes from a secret of the cluster.
 */
final class RealmImportManifest {

    /** Of the resource {@code Keycloak} in {@code kubernetes/keycloak.yaml}. */
    private static final String SERVER = "portal";

    /** As in {@code kubernetes/secrets.example.yaml}. */
    private static final String SECRET = "portal-realm";

    private RealmImportManifest() {}

    /**
     * @param realm as Keycloak imports it at a start
     */
    static ObjectNode of(ObjectNode realm) {
        ObjectNode manifest = AssembleRealm.parse("{}");
        manifest.put("apiVersion", "k8s.keycloak.org/v2alpha1").put("kind", "KeycloakRealmImport");
        manifest.withObject("/metadata").put("name", SERVER);
        ObjectNode spec = manifest.withObject("/spec").put("keycloakCRName", SERVER);
        for (String name : Placeholders.in(realm).keySet()) {
            spec.withObject("/placeholders/" + name + "/secret")
                    .put("name", SECRET)
                    .put("key", name);
        }
        spec.set("realm", realm);
        return manifest;
    }
}
