package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.http.HttpRequest;

/** The answers of a submitted first page, tidied, and nothing else that the request may hold. */
final class SubmittedDetails {

    private SubmittedDetails() {}

    static Map<String, String> of(HttpRequest request) {
        MultivaluedMap<String, String> form = request.getDecodedFormParameters();
        Map<String, String> details = new LinkedHashMap<>();
        ProfileAttribute.DETAILS.forEach(
                question -> {
                    String typed = form.getFirst(question);
                    if (typed != null && !typed.isBlank()) {
                        details.put(question, Answers.tidy(question, typed));
                    }
                });
        return details;
    }
}
