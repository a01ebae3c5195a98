package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.keycloak.realm.PortalIds;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;

/** The realm has every password policy of the portal, beside its own. */
final class PasswordPolicyStep extends RealmStep {

    private static final String AND = " and ";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Remembered remembered;
    private final List<String> needed;

    /**
     * @param needed each policy with its number, as Keycloak writes it
     */
    PasswordPolicyStep(KeycloakSession session, RealmModel realm, String needed) {
        super("password-policy", "Authentication > Policies > Password policy");
        this.session = session;
        this.realm = realm;
        this.remembered = new Remembered(realm);
        this.needed = parts(needed).toList();
    }

    @Override
    List<RealmChange> setUp() {
        Set<String> present = present().map(PasswordPolicyStep::id).collect(Collectors.toSet());
        List<String> missing = needed.stream().filter(part -> !present.contains(id(part))).toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        change(
                                "Add the policies " + String.join(", ", missing),
                                () -> add(missing)));
    }

    private void add(List<String> missing) {
        remembered.keepMore(name(), missing.stream().map(PasswordPolicyStep::id).toList());
        List<String> all = new ArrayList<>(present().toList());
        all.addAll(missing);
        write(all);
    }

    @Override
    List<RealmChange> leave() {
        Set<String> added = remembered.names(name());
        added.retainAll(needed.stream().map(PasswordPolicyStep::id).toList());
        List<String> ours =
                present()
                        .filter(part -> PortalIds.has(id(part)) || added.contains(id(part)))
                        .map(PasswordPolicyStep::id)
                        .toList();
        return ours.isEmpty()
                ? List.of()
                : List.of(
                        change(
                                "Remove the policies " + String.join(", ", ours),
                                () -> write(without(ours))));
    }

    private List<String> without(List<String> ids) {
        return present().filter(part -> !ids.contains(id(part))).toList();
    }

    private void write(List<String> parts) {
        realm.setPasswordPolicy(PasswordPolicy.parse(session, String.join(AND, parts)));
    }

    private Stream<String> present() {
        return Optional.ofNullable(realm.getPasswordPolicy()).map(PasswordPolicy::toString).stream()
                .flatMap(PasswordPolicyStep::parts);
    }

    private static Stream<String> parts(String policy) {
        return Arrays.stream(policy.split(AND)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static String id(String part) {
        return part.replaceFirst("\\(.*", "");
    }
}
