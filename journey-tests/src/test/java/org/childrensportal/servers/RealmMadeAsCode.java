package org.childrensportal.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A realm that a tool makes on the server of a portal under test, beside one that is imported. */
public final class RealmMadeAsCode implements AutoCloseable {

    private static final int ALL = 100_000;

    /** How the realm is set, how people register, and what an application gets. */
    public static final String SETTINGS =
            "/\\w+ = |/(smtpServer|supportedLocales|eventsListeners)"
                    + "|/(authenticationFlows|clientScopes)\\[portal(-profile| registration)"
                    + "|/authenticatorConfig\\[portal (account|work)"
                    + "|/clients\\[Children's Services Portal]";

    /** That, and all flows, required actions and the user profile. */
    public static final String ALL_OF_THE_FILE =
            SETTINGS + "|profile|/(authenticationFlows|requiredActions)\\[portal";

    /** What differs between any two realms, and what Keycloak numbers by itself. */
    private static final Pattern ANY =
            Pattern.compile(
                    "/(id|_id|containerId|secret|priority|nodeReRegistrationTimeout) = "
                            + "|/smtpServer/(user|password) = "
                            + "|/authenticatorConfig = |portal browser|revoke.offline.tokens");

    private final Portal portal;
    private final String name = "portal-" + UUID.randomUUID();

    /** Not made yet. */
    public RealmMadeAsCode(Portal portal) {
        this.portal = portal;
    }

    /** What it is to be called. */
    public String name() {
        return name;
    }

    /** What the realm leaves open, so that its mail goes to the portal's mailbox. */
    public Map<String, String> environment() {
        return Map.of(
                "PORTAL_SMTP_HOST",
                "127.0.0.1",
                "PORTAL_SMTP_PORT",
                String.valueOf(portal.mail().port()),
                "PORTAL_WEB_REDIRECT_URI",
                AnotherRealm.CALLBACK);
    }

    /** For people, who come by way of its relying application. */
    public AnotherRealm entrance() {
        return new AnotherRealm(portal, name);
    }

    /** For its administrator. */
    public OtherRealm realm() {
        // A token is good for the realms that there were.
        portal.admin().forgetRealms();
        return OtherRealm.at(portal.address(), portal.mail(), name);
    }

    /**
     * What a realm that is imported from the same file has and this one has not, and the other way
     * round.
     *
     * @param lines which lines of the export are compared, as a regular expression
     */
    public List<String> besideImported(String lines) {
        Pattern compared = Pattern.compile(lines);
        try (AnotherRealm imported = AnotherRealm.imported(portal, AnotherRealm.file(portal))) {
            Set<String> wanted =
                    named(
                            OtherRealm.at(portal.address(), portal.mail(), imported.name())
                                    .export(),
                            imported.name(),
                            compared);
            Set<String> made = named(realm().export(), name, compared);
            return Stream.concat(
                            wanted.stream().filter(line -> !made.contains(line)).map("- "::concat),
                            made.stream().filter(line -> !wanted.contains(line)).map("+ "::concat))
                    .toList();
        }
    }

    private static Set<String> named(Set<String> export, String realm, Pattern compared) {
        return export.stream()
                .filter(line -> compared.matcher(line).lookingAt() && !ANY.matcher(line).find())
                .map(line -> line.replace(realm, "REALM").replace(RealmAdmin.CHEAP_HASHES, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What administrators changed, oldest first: {@code UPDATE REALM …}. An export is none of it.
     */
    public List<String> doneByAdministrators() {
        List<String> done = new ArrayList<>();
        for (JsonNode event :
                AdminSession.read(
                        realm().send("GET", "/admin-events?max=" + ALL, "").body(),
                        JsonNode.class)) {
            if (!event.path("operationType").asText().equals("ACTION")) {
                done.add(
                        0,
                        event.path("operationType").asText()
                                + " "
                                + event.path("resourceType").asText()
                                + " "
                                + event.path("resourcePath").asText());
            }
        }
        return done;
    }

    /** Removes it, if it was made. */
    @Override
    public void close() {
        portal.admin().sendTo(name, "DELETE", "", "");
    }
}
