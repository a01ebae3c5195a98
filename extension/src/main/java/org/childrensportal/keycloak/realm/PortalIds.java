package org.childrensportal.keycloak.realm;

import java.util.Set;

/**
 * What the portal's providers are called in the settings of realms. Others may begin theirs with
 * {@code portal-} as well, so each is named.
 */
public final class PortalIds {

    private static final Set<String> NOW =
            Set.of(
                    "portal-account",
                    "portal-account-creation",
                    "portal-account-page",
                    "portal-account-password",
                    "portal-allowed-characters",
                    "portal-confirmed-address",
                    "portal-data",
                    "portal-details-page",
                    "portal-digit",
                    "portal-direct-grant",
                    "portal-email-address",
                    "portal-email-code",
                    "portal-known-device",
                    "portal-letter",
                    "portal-maximum-length",
                    "portal-minimum-length",
                    "portal-not-obvious",
                    "portal-password-changed",
                    "portal-password-history",
                    "portal-personal-details",
                    "portal-record",
                    "portal-required-when-professional",
                    "portal-reset-link",
                    "portal-sessions",
                    "portal-sign-in",
                    "portal-single-line",
                    "portal-special",
                    "portal-standing",
                    "portal-starts-with-letter",
                    "portal-uk-postcode",
                    "portal-upper-case",
                    "portal-verify-email-code",
                    "portal-way-back",
                    "portal-work-address");

    /** Earlier versions had these as well. */
    private static final Set<String> BEFORE = Set.of("portal-password-rules");

    private PortalIds() {}

    /** Whether {@code id} is that of one of our providers, of this version or an earlier one. */
    public static boolean has(String id) {
        return id != null && (NOW.contains(id) || BEFORE.contains(id));
    }

    /** Those of this version. */
    static Set<String> now() {
        return NOW;
    }
}
