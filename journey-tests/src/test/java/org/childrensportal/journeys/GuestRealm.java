package org.childrensportal.journeys;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.servers.OtherRealm;
import org.childrensportal.servers.Portal;

/** Realms that administrators have, each with something of its own. */
enum GuestRealm {
    STOCK(""),
    EMAIL_AS_USER_NAME(", \"registrationEmailAsUsername\": true"),
    DUPLICATE_EMAILS(", \"duplicateEmailsAllowed\": true, \"loginWithEmailAllowed\": false"),
    VERIFIES_ADDRESSES(
            ", \"verifyEmail\": true, \"registrationAllowed\": true, \"resetPasswordAllowed\":"
                    + " true, \"bruteForceProtected\": true"),
    ITS_OWN_SETTINGS(
            ", \"passwordPolicy\": \"length(8) and passwordHistory(3) and hashIterations(1)\","
                    + " \"eventsListeners\": [\"jboss-logging\", \"email\"], \"loginTheme\":"
                    + " \"keycloak.v2\", \"internationalizationEnabled\": true,"
                    + " \"supportedLocales\": [\"de\", \"en\"], \"defaultLocale\": \"de\","
                    + " \"attributes\": {\"of-its-own\": \"kept\"}"),
    ITS_OWN_PROFILE(
            ", \"components\": {\"org.keycloak.userprofile.UserProfileProvider\":"
                    + " [{\"providerId\": \"declarative-user-profile\", \"config\":"
                    + " {\"kc.user.profile.config\": [\"{\\\"attributes\\\":["
                    + attributes(
                            "username",
                            "email",
                            "firstName",
                            "lastName",
                            "organisation",
                            "claimedEmail",
                            "badge")
                    + "]}\"]}}]}"),
    ITS_OWN_FLOW("") {
        @Override
        OtherRealm make(Portal portal) {
            OtherRealm realm = super.make(portal);
            realm.asksForNameAndPasswordOnTwoPages();
            return realm;
        }
    },
    WITH_ONE_REQUIRED_ACTION(
            ", \"requiredActions\": [{\"alias\": \"UPDATE_PASSWORD\", \"providerId\":"
                    + " \"UPDATE_PASSWORD\", \"name\": \"Update Password\", \"enabled\": true,"
                    + " \"priority\": 1}]");

    private final String settings;

    GuestRealm(String settings) {
        this.settings = settings;
    }

    private static String attributes(String... names) {
        return Stream.of(names)
                .map(
                        name ->
                                ("{'name': '%s', 'permissions': {'view': ['admin', 'user'],"
                                                + " 'edit': ['admin', 'user']}}")
                                        .formatted(name)
                                        .replace("'", "\\\""))
                .collect(Collectors.joining(","));
    }

    /** Makes one. Hashes are most of what the tests would do. */
    OtherRealm make(Portal portal) {
        return OtherRealm.make(
                portal.address(),
                portal.mail(),
                "guest-" + UUID.randomUUID(),
                settings.contains("passwordPolicy")
                        ? settings
                        : settings + ", \"passwordPolicy\": \"hashIterations(1)\"");
    }
}
