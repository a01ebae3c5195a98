package org.childrensportal.keycloak.profile;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

/**
 * What somebody has been shown of their details, kept with their journey until they send the page:
 * by it, what they have changed can be told from what somebody else has.
 */
final class SeenDetails {

    private static final String NOTE = "portal.details.seen";

    private final KeycloakSession session;
    private final AuthenticationSessionModel journey;

    private SeenDetails(KeycloakSession session, AuthenticationSessionModel journey) {
        this.session = session;
        this.journey = journey;
    }

    static SeenDetails of(RequiredActionContext context) {
        return new SeenDetails(context.getSession(), context.getAuthenticationSession());
    }

    /** Somebody is shown the details of {@code user} as they are now. */
    void see(UserModel user) {
        try {
            journey.setAuthNote(NOTE, JsonSerialization.writeValueAsString(now(user)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answers that the page has a field for, by attribute. */
    private Map<String, List<String>> now(UserModel user) {
        Attributes attributes =
                session.getProvider(UserProfileProvider.class)
                        .create(UserProfileContext.UPDATE_PROFILE, user)
                        .getAttributes();
        Map<String, List<String>> now = new TreeMap<>();
        attributes.getReadable().keySet().stream()
                .filter(name -> !attributes.isReadOnly(name))
                .filter(name -> !name.equals(UserModel.EMAIL) || user.getEmail() == null)
                .forEach(name -> now.put(name, user.getAttributeStream(name).toList()));
        return now;
    }

    private Map<String, List<String>> seen(UserModel user) {
        String note = journey.getAuthNote(NOTE);
        if (note == null) {
            return now(user);
        }
        try {
            return JsonSerialization.readValue(note, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was sent of the page's fields, and of the others what is stored: what is not on the page
     * is not changed by it.
     */
    MultivaluedMap<String, String> answers(UserModel user, MultivaluedMap<String, String> sent) {
        MultivaluedMap<String, String> answers = new MultivaluedHashMap<>();
        now(user)
                .forEach(
                        (name, stored) -> {
                            List<String> typed = sent.get(name);
                            answers.put(name, typed == null ? stored : typed);
                        });
        return answers;
    }

    /** The attributes that are others by now than when they were shown. */
    Set<String> changedMeanwhile(UserModel user) {
        Map<String, List<String>> seen = seen(user);
        Set<String> changed = new TreeSet<>();
        now(user)
                .forEach(
                        (name, values) -> {
                            if (!values.equals(seen.getOrDefault(name, values))) {
                                changed.add(name);
                            }
                        });
        return changed;
    }

    /** What these attributes are now, for people to read. */
    Map<String, String> valuesOf(UserModel user, Set<String> names) {
        Map<String, String> values = new TreeMap<>();
        now(user)
                .forEach(
                        (name, stored) -> {
                            if (names.contains(name)) {
                                values.put(name, String.join(", ", stored));
                            }
                        });
        return values;
    }

    /** What was typed, and what is stored now where nothing else was typed than what was shown. */
    MultivaluedMap<String, String> merge(UserModel user, MultivaluedMap<String, String> typed) {
        Map<String, List<String>> seen = seen(user);
        MultivaluedMap<String, String> merged = new MultivaluedHashMap<>();
        now(user)
                .forEach(
                        (name, stored) -> {
                            List<String> answer = typed.getOrDefault(name, List.of());
                            boolean untouched =
                                    lines(answer).equals(lines(seen.getOrDefault(name, List.of())));
                            merged.put(name, untouched ? stored : answer);
                        });
        return merged;
    }

    /** Browsers send lines with a carriage return, and an empty field as a text. */
    private static List<String> lines(List<String> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(value -> value.replace("\r\n", "\n"))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
