package org.childrensportal.keycloak.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.realm.PortalIds;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

/**
 * The user profile has every attribute that registration asks for, with the portal's validators. An
 * attribute that the realm has already keeps all that it has, and is only added to.
 */
final class UserProfileStep extends RealmStep {

    private static final Logger LOG = Logger.getLogger(UserProfileStep.class);

    /** Keycloak has these in every profile. */
    private static final Set<String> KEYCLOAKS = Set.of(UserModel.USERNAME, UserModel.EMAIL);

    private static final String ATTRIBUTES = "profile-attributes";

    private static final String BEFORE = "profile";

    /** The realm had Keycloak's. */
    private static final String NONE = Remembered.NONE;

    private static final String CONFIG = "kc.user.profile.config";

    private final RealmModel realm;
    private final UserProfileProvider provider;
    private final Remembered remembered;
    private final UPConfig needed;

    UserProfileStep(KeycloakSession session, RealmModel realm, UPConfig needed) {
        super("user-profile", "Realm settings > User profile");
        this.realm = realm;
        this.provider = session.getProvider(UserProfileProvider.class);
        this.remembered = new Remembered(realm);
        this.needed = needed;
    }

    @Override
    List<RealmChange> setUp() {
        List<String> missing = new ArrayList<>();
        UPConfig next = provider.getConfiguration().clone();
        Set<String> added = new TreeSet<>();
        for (UPAttribute attribute : needed.getAttributes()) {
            UPAttribute present = next.getAttribute(attribute.getName());
            if (present == null) {
                next.addOrReplaceAttribute(attribute);
                added.add(attribute.getName());
                missing.add("attribute " + attribute.getName());
            } else {
                missing.addAll(complete(present, attribute));
            }
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(change("Add " + String.join(", ", missing), () -> write(next, added)));
    }

    /** Whom the realm lets edit an attribute is its own affair. */
    @Override
    List<RealmChange.Words> toDo() {
        return needed.getAttributes().stream()
                .filter(UserProfileStep::isAsked)
                .map(attribute -> provider.getConfiguration().getAttribute(attribute.getName()))
                .filter(present -> present != null && !isAsked(present))
                .map(
                        present ->
                                words(
                                        "Let users edit the attribute %s: registration asks for it"
                                                .formatted(present.getName())))
                .toList();
    }

    private static boolean isAsked(UPAttribute attribute) {
        return attribute.getPermissions() != null
                && attribute.getPermissions().getEdit().contains("user")
                && !attribute.getName().equals(UserModel.USERNAME);
    }

    private static List<String> complete(UPAttribute present, UPAttribute needed) {
        List<String> missing = new ArrayList<>();
        Map<String, Map<String, Object>> validations =
                new LinkedHashMap<>(
                        Optional.ofNullable(present.getValidations()).orElseGet(HashMap::new));
        needed.getValidations()
                .forEach(
                        (validator, config) -> {
                            if (PortalIds.has(validator) && !validations.containsKey(validator)) {
                                validations.put(validator, config);
                                missing.add(
                                        "validator %s of %s"
                                                .formatted(validator, needed.getName()));
                            }
                        });
        if (!missing.isEmpty()) {
            present.setValidations(validations);
        }
        return missing;
    }

    private void write(UPConfig next, Set<String> added) {
        remembered.keep(BEFORE, stored().orElse(NONE));
        remembered.keepMore(ATTRIBUTES, added);
        provider.setConfiguration(next);
    }

    /** The profile of the realm's own, as it is stored. */
    private Optional<String> stored() {
        return component().map(component -> component.getConfig().getFirst(CONFIG));
    }

    private Optional<ComponentModel> component() {
        return realm.getComponentsStream(realm.getId(), UserProfileProvider.class.getName())
                .findFirst();
    }

    @Override
    List<RealmChange> leave() {
        List<String> ours = new ArrayList<>();
        UPConfig next = provider.getConfiguration().clone();
        Set<String> removed = added();
        for (UPAttribute attribute : List.copyOf(next.getAttributes())) {
            if (removed.contains(attribute.getName())) {
                next.removeAttribute(attribute.getName());
                ours.add("attribute " + attribute.getName());
            } else {
                ours.addAll(strip(attribute));
            }
        }
        return ours.isEmpty()
                ? List.of()
                : List.of(change("Remove " + String.join(", ", ours), () -> writeBack(next)));
    }

    private Set<String> added() {
        if (remembered.of(BEFORE).isEmpty()) {
            return claimIsOurs() ? Set.of(AddressClaim.ATTRIBUTE) : Set.of();
        }
        Set<String> added = remembered.names(ATTRIBUTES);
        added.retainAll(needed.getAttributes().stream().map(UPAttribute::getName).toList());
        added.removeAll(KEYCLOAKS);
        return added;
    }

    /** A realm that was imported as the portal's remembers nothing, and has the portal's label. */
    private boolean claimIsOurs() {
        UPAttribute present = provider.getConfiguration().getAttribute(AddressClaim.ATTRIBUTE);
        return present != null
                && needed.getAttribute(AddressClaim.ATTRIBUTE)
                        .getDisplayName()
                        .equals(present.getDisplayName());
    }

    private static List<String> strip(UPAttribute attribute) {
        List<String> ours =
                Optional.ofNullable(attribute.getValidations()).orElseGet(Map::of).keySet().stream()
                        .filter(PortalIds::has)
                        .toList();
        if (!ours.isEmpty()) {
            Map<String, Map<String, Object>> left = new LinkedHashMap<>(attribute.getValidations());
            ours.forEach(left::remove);
            attribute.setValidations(left.isEmpty() ? null : left);
        }
        return ours.stream()
                .map(validator -> "validator %s of %s".formatted(validator, attribute.getName()))
                .toList();
    }

    /** To the letter what it was before, unless somebody has changed something else since. */
    private void writeBack(UPConfig next) {
        provider.setConfiguration(next);
        Optional<String> before = remembered.of(BEFORE);
        if (before.filter(NONE::equals).isPresent()) {
            provider.setConfiguration(null);
            if (!isSame(next, provider.getConfiguration())) {
                provider.setConfiguration(next);
            }
        } else if (before.flatMap(UserProfileStep::config)
                .filter(was -> isSame(next, was))
                .isPresent()) {
            ComponentModel component = component().orElseThrow();
            component.getConfig().putSingle(CONFIG, before.get());
            realm.updateComponent(component);
        }
    }

    private static boolean isSame(UPConfig one, UPConfig other) {
        return read(json(withoutEmpty(one))).equals(read(json(withoutEmpty(other))));
    }

    /** No validators are as good as none. */
    private static UPConfig withoutEmpty(UPConfig config) {
        UPConfig same = config.clone();
        same.getAttributes().stream()
                .filter(attribute -> attribute.getValidations() != null)
                .filter(attribute -> attribute.getValidations().isEmpty())
                .forEach(attribute -> attribute.setValidations(null));
        return same;
    }

    /** Whatever stands there: anybody who manages the realm writes its attributes. */
    private static Optional<UPConfig> config(String json) {
        try {
            return Optional.ofNullable(JsonSerialization.readValue(json, UPConfig.class))
                    .filter(config -> config.getAttributes() != null);
        } catch (IOException e) {
            LOG.warnf("The user profile of before can't be read: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static String json(UPConfig config) {
        try {
            return JsonSerialization.writeValueAsString(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Apart from the order of members. */
    private static JsonNode read(String json) {
        try {
            return JsonSerialization.mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
