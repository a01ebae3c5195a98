package org.childrensportal.keycloak.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.childrensportal.keycloak.emailcode.PortalTime;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * What is stored about a person, for them to read: their details in full; of what comes in numbers,
 * how much there is. The file has all of it.
 */
final class DataInWords {

    private static final Map<String, DataLabel> WAYS =
            Map.of(
                    PasswordCredentialModel.TYPE, DataLabel.PASSWORD,
                    PasswordCredentialModel.PASSWORD_HISTORY, DataLabel.EARLIER_PASSWORD,
                    OTPCredentialModel.TYPE, DataLabel.AUTHENTICATOR_APP,
                    WebAuthnCredentialModel.TYPE_TWOFACTOR, DataLabel.PASSKEY,
                    WebAuthnCredentialModel.TYPE_PASSWORDLESS, DataLabel.PASSKEY);

    private final RequiredActionContext context;
    private final PortalTime time;
    private final Map<String, Object> all;

    DataInWords(RequiredActionContext context) {
        this.context = context;
        this.time = new PortalTime(context.getSession(), context.getRealm(), context.getUser());
        this.all = new AccountData(context).withoutEvents();
    }

    List<DataSection> sections() {
        return Stream.of(account(), signIn(), more())
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private DataSection account() {
        UserModel person = context.getUser();
        List<DataRow> rows = new ArrayList<>();
        UserProfileProvider profiles = context.getSession().getProvider(UserProfileProvider.class);
        Attributes attributes = profiles.create(UserProfileContext.ACCOUNT, person).getAttributes();
        Map<String, List<String>> readable = attributes.getReadable();
        if (person.getEmail() != null) {
            rows.add(row(DataLabel.ADDRESS, List.of(person.getEmail())));
        }
        // In the order in which the realm asks for them.
        profiles.getConfiguration().getAttributes().stream()
                .map(asked -> asked.getName())
                .filter(name -> !name.equals(UserModel.EMAIL) && !name.equals(UserModel.USERNAME))
                .filter(readable::containsKey)
                .map(name -> new DataRow(label(attributes, name), filled(readable.get(name))))
                .forEach(rows::add);
        if (person.getCreatedTimestamp() != null) {
            rows.add(
                    row(
                            DataLabel.MADE,
                            List.of(
                                    time.words(
                                            Instant.ofEpochMilli(person.getCreatedTimestamp())))));
        }
        return section(DataLabel.ACCOUNT, rows);
    }

    private static String label(Attributes attributes, String name) {
        return Objects.requireNonNullElse(
                attributes.getMetadata(name).getAttributeDisplayName(), name);
    }

    private static List<String> filled(List<String> values) {
        return values.stream().filter(value -> value != null && !value.isBlank()).toList();
    }

    private DataSection signIn() {
        List<DataRow> rows = new ArrayList<>();
        context.getUser()
                .credentialManager()
                .getStoredCredentialsStream()
                .map(this::credential)
                .forEach(rows::add);
        rows.add(row(DataLabel.ELSEWHERE, names("accountsElsewhere", "provider")));
        return section(DataLabel.SIGN_IN, rows);
    }

    private DataRow credential(CredentialModel stored) {
        return row(
                WAYS.getOrDefault(stored.getType(), DataLabel.OTHER_WAY),
                Stream.of(
                                Objects.requireNonNullElse(stored.getUserLabel(), ""),
                                stored.getCreatedDate() == null
                                        ? ""
                                        : time.words(Instant.ofEpochMilli(stored.getCreatedDate())))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private DataSection more() {
        return section(
                DataLabel.MORE,
                List.of(
                        row(DataLabel.ALLOWED, names("allowedApplications", "application")),
                        row(DataLabel.ROLES, roles()),
                        row(DataLabel.GROUPS, texts("groups")),
                        row(DataLabel.SESSIONS, number("sessions")),
                        row(DataLabel.ADDRESS_CHANGES, number("addressChanges")),
                        row(DataLabel.COUNTED, counted())));
    }

    private static DataSection section(DataLabel title, List<DataRow> rows) {
        return new DataSection(
                title.inBrackets(), rows.stream().filter(row -> !row.texts().isEmpty()).toList());
    }

    private static DataRow row(DataLabel label, List<String> texts) {
        return new DataRow(label.inBrackets(), texts);
    }

    private List<String> number(String part) {
        int size = ((Collection<?>) all.get(part)).size();
        return size == 0 ? List.of() : List.of(String.valueOf(size));
    }

    private List<String> counted() {
        int size =
                ((Map<?, ?>) all.get("counted"))
                        .values().stream().mapToInt(times -> ((Collection<?>) times).size()).sum();
        return size == 0 ? List.of() : List.of(String.valueOf(size));
    }

    /** Without the role that everybody has. */
    private List<String> roles() {
        String everybody = context.getRealm().getDefaultRole().getName();
        return texts("roles").stream().filter(role -> !role.equals(everybody)).toList();
    }

    private List<String> texts(String part) {
        return ((Collection<?>) all.get(part)).stream().map(String::valueOf).toList();
    }

    private List<String> names(String part, String name) {
        return ((Collection<?>) all.get(part))
                .stream().map(each -> String.valueOf(((Map<?, ?>) each).get(name))).toList();
    }
}
