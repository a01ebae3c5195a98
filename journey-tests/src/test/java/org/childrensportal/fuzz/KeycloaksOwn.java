package org.childrensportal.fuzz;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Faults of Keycloak 26.7 that every realm of every server has, and that cannot be mended from
 * here. Each is looked for in what the log says: what is mended there is a finding no more.
 */
final class KeycloaksOwn {

    private static final List<Pattern> FAULTS =
            List.of(
                    // A form that confirms a sign-out and has no session code.
                    Pattern.compile("NullPointerException[^\\n]*\\n(?s:.*)logoutConfirmAction\\("),
                    // An authorization request with a parameter that is missing or wrong: it gets
                    // its page, and Keycloak logs an error.
                    Pattern.compile("KC-SERVICES009[23]: "),
                    // A cookie of Keycloak's that is not one of its own making, or was spoilt.
                    Pattern.compile("AuthenticationSessionManager] [^\\n]* auth session id"),
                    // Braces in the address of the page for an authenticator app.
                    Pattern.compile("Path parameter not provided(?s:.*)\\.TotpBean\\."),
                    // A port in the header Host that is none.
                    Pattern.compile("ForwardedParser] [^\\n]*Failed to parse a port"),
                    // A host that is no host: what stands before the server refuses it.
                    Pattern.compile("URISyntaxException: [^\\n]* http://"));

    private static final Set<Integer> NO_REALM = Set.of(400, 404, 405, 501);

    private KeycloaksOwn() {}

    /**
     * Whether an answer is no realm's: of the server below Keycloak, or Keycloak's own page, where
     * there is no such path or method, or a line break in the path keeps it from finding the realm.
     */
    static boolean isOfNoRealm(Answer answer) {
        return NO_REALM.contains(answer.status())
                && (answer.body().matches("<html><body><h1>[\\w ]+</h1></body></html>")
                        || answer.body().contains("<html class=\"login-pf\""));
    }

    /** Whether an entry of the log tells of one. */
    static boolean isTold(String entry) {
        return FAULTS.stream().anyMatch(fault -> fault.matcher(entry).find());
    }
}
