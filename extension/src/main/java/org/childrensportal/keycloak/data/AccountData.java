package org.childrensportal.keycloak.data;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;

/**
 * All that is stored about a person, as JSON has it: maps, lists, texts, numbers. Times are in ISO
 * 8601, in UTC. Never a password, its hash, a code, or a key. docs/data.md names the tables and
 * columns that each part comes from, and what is left out.
 */
final class AccountData {

    private final RequiredActionContext context;

    /** What is stored about the person whose journey this is. */
    AccountData(RequiredActionContext context) {
        this.context = context;
    }

    /** Every part by its name. */
    Map<String, Object> all() {
        Map<String, Object> all = withoutEvents();
        EventData events = new EventData(context);
        all.put("events", events.ofPerson());
        all.put("changesByAdministrators", events.ofAdministrators());
        return all;
    }

    /** The parts that are never long. */
    Map<String, Object> withoutEvents() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("account", account());
        all.put("attributes", new LinkedHashMap<>(person().getAttributes()));
        all.put("waysToSignIn", credentials());
        all.put("accountsElsewhere", elsewhere());
        all.put("roles", roles());
        all.put("groups", person().getGroupsStream().map(GroupModel::getName).sorted().toList());
        all.put("requiredActions", person().getRequiredActionsStream().sorted().toList());
        all.put("allowedApplications", consents());
        all.put("wrongPasswords", wrongPasswords());
        all.put("sessions", new SessionData(context).all());
        PortalData portal = new PortalData(context);
        all.put("emailCode", portal.code());
        all.put("addressChanges", portal.addressChanges());
        all.put("counted", portal.counted());
        return all;
    }

    private Map<String, Object> account() {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", person().getId());
        account.put("userName", person().getUsername());
        account.put("emailAddress", person().getEmail());
        account.put("emailAddressConfirmed", person().isEmailVerified());
        account.put("forename", person().getFirstName());
        account.put("surname", person().getLastName());
        account.put("switchedOn", person().isEnabled());
        account.put("made", time(person().getCreatedTimestamp()));
        account.put(
                "tokensNotBefore",
                seconds(session().users().getNotBeforeOfUser(realm(), person())));
        account.put("keptElsewhere", person().getFederationLink());
        return account;
    }

    /** Kinds, names and times; an earlier password that may not be chosen again is one too. */
    private List<Map<String, Object>> credentials() {
        return person().credentialManager()
                .getStoredCredentialsStream()
                .map(AccountData::credential)
                .toList();
    }

    private static Map<String, Object> credential(CredentialModel stored) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("kind", stored.getType());
        credential.put("name", stored.getUserLabel());
        credential.put("made", time(stored.getCreatedDate()));
        return credential;
    }

    private List<Map<String, Object>> elsewhere() {
        return session()
                .users()
                .getFederatedIdentitiesStream(realm(), person())
                .map(AccountData::identity)
                .toList();
    }

    private static Map<String, Object> identity(FederatedIdentityModel link) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("provider", link.getIdentityProvider());
        identity.put("id", link.getUserId());
        identity.put("userName", link.getUserName());
        return identity;
    }

    private List<String> roles() {
        return person().getRoleMappingsStream().map(AccountData::name).sorted().toList();
    }

    private static String name(RoleModel role) {
        return role.isClientRole()
                ? ((ClientModel) role.getContainer()).getClientId() + "/" + role.getName()
                : role.getName();
    }

    private List<Map<String, Object>> consents() {
        return session()
                .users()
                .getConsentsStream(realm(), person().getId())
                .map(AccountData::consent)
                .toList();
    }

    private static Map<String, Object> consent(UserConsentModel allowed) {
        Map<String, Object> consent = new LinkedHashMap<>();
        consent.put("application", allowed.getClient().getClientId());
        consent.put(
                "details",
                allowed.getGrantedClientScopes().stream()
                        .map(ClientScopeModel::getName)
                        .sorted()
                        .toList());
        consent.put("allowed", time(allowed.getCreatedDate()));
        consent.put("changed", time(allowed.getLastUpdatedDate()));
        return consent;
    }

    /** What brute-force detection counts; empty where nothing is counted. */
    private Map<String, Object> wrongPasswords() {
        UserLoginFailureModel failures =
                session().loginFailures().getUserLoginFailure(realm(), person().getId());
        if (failures == null) {
            return Map.of();
        }
        Map<String, Object> counted = new LinkedHashMap<>();
        counted.put("count", failures.getNumFailures());
        counted.put("last", time(failures.getLastFailure()));
        counted.put("lastIpAddress", failures.getLastIPFailure());
        counted.put("lockedUntil", seconds(failures.getFailedLoginNotBefore()));
        return counted;
    }

    /** A moment in milliseconds since 1970, null where there is none. */
    static String time(Long milliseconds) {
        return milliseconds == null || milliseconds <= 0
                ? null
                : Instant.ofEpochMilli(milliseconds).toString();
    }

    /** A moment in seconds since 1970, null where there is none. */
    static String seconds(int seconds) {
        return seconds <= 0 ? null : Instant.ofEpochSecond(seconds).toString();
    }

    /** The client ids of applications, those that are gone left out. */
    static List<String> applications(RealmModel realm, Stream<String> ids) {
        return ids.map(realm::getClientById)
                .filter(Objects::nonNull)
                .map(ClientModel::getClientId)
                .sorted()
                .toList();
    }

    private KeycloakSession session() {
        return context.getSession();
    }

    private RealmModel realm() {
        return context.getRealm();
    }

    private UserModel person() {
        return context.getUser();
    }
}
