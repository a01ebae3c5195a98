package org.childrensportal.keycloak.headers;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What a page of the portal's theme may load and do. A page names its policy in its head. Other
 * answers name none and keep Keycloak's headers: the consoles, session iframes, and forms that send
 * themselves to a relying application.
 *
 * <p>There is no {@code form-action}: Chromium applies it to the redirect to the relying
 * application that follows the last form.
 */
enum PagePolicy {
    /** Style sheet, scripts and pictures of this server. */
    STRICT("strict", ""),
    /** The same, and the frames in which relying applications sign a person out. */
    FRAMES("frames", "; frame-src https: http:");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private final String mark;
    private final String policy;

    PagePolicy(String name, String more) {
        this.mark = "<meta name=\"portal-policy\" content=\"" + name + "\">";
        this.policy = POLICY + more;
    }

    /** The policy that a response's entity names, if it is a page of the portal's theme. */
    static Optional<PagePolicy> of(Object entity) {
        return entity instanceof String html
                ? Arrays.stream(values()).filter(policy -> html.contains(policy.mark)).findFirst()
                : Optional.empty();
    }

    /** What a page of this policy is sent with. */
    Map<String, String> headers() {
        return Map.of(
                "Content-Security-Policy",
                policy,
                "X-Frame-Options",
                "DENY",
                "Referrer-Policy",
                "no-referrer",
                "X-Content-Type-Options",
                "nosniff",
                HttpHeaders.CACHE_CONTROL,
                "no-store");
    }
}
