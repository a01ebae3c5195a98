package org.childrensportal.keycloak.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/**
 * Settings as they are stored, whichever way they came there: an import judges nothing. What is
 * past its bounds is taken as near as it can be and what cannot be read as the default, so that no
 * page and no server fails for it. The log is warned once for each.
 *
 * @param place the realm that has them, or the server
 * @param owner what the settings belong to, such as the id of a required action
 */
public record StoredSettings(String place, String owner) {

    private static final Logger LOG = Logger.getLogger(StoredSettings.class);

    private static final int MOST_REMEMBERED = 1000;

    /**
     * What the log has been warned of already; no page depends on it. Whoever stores ever new
     * values fills no memory: the oldest are forgotten.
     */
    private static final Set<String> WARNED =
            Collections.newSetFromMap(
                    Collections.synchronizedMap(
                            new LinkedHashMap<>() {
                                private static final long serialVersionUID = 1L;

                                @Override
                                protected boolean removeEldestEntry(
                                        Map.Entry<String, Boolean> eldest) {
                                    return size() > MOST_REMEMBERED;
                                }
                            }));

    private static final int LONGEST_IN_LOG = 40;

    /** Those of something in {@code realm}. */
    public static StoredSettings of(RealmModel realm, String owner) {
        return new StoredSettings("in realm " + realm.getName(), owner);
    }

    /** Options that the server was started with. */
    public static StoredSettings ofServer(String owner) {
        return new StoredSettings("on this server", owner);
    }

    /** The number that {@code text} says, or the nearest that is allowed. */
    public int number(BoundedSetting setting, String text) {
        int number = setting.nearest(text);
        if (!setting.isBlank(text) && setting.read(text).isEmpty()) {
            warn(setting.name(), text, number, setting.bounds());
        }
        return number;
    }

    /** Whether {@code text} says {@code true}; off if it says anything but that. */
    public boolean isOn(String setting, String text) {
        return value(
                setting,
                text,
                said ->
                        switch (said) {
                            case "true" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            default -> Optional.empty();
                        },
                false);
    }

    /** What {@code read} makes of {@code text}, or {@code standard}. */
    public <T> T value(
            String setting, String text, Function<String, Optional<T>> read, T standard) {
        if (text == null || text.isBlank()) {
            return standard;
        }
        Optional<T> value = read.apply(text.strip());
        if (value.isEmpty()) {
            warn(setting, text, standard, "it cannot be read");
        }
        return value.orElse(standard);
    }

    private void warn(String setting, String text, Object used, String reason) {
        String shown = shown(text);
        if (WARNED.add(String.join("\n", place, owner, setting, shown))) {
            LOG.warnf(
                    "Setting %s of %s %s is stored as \"%s\"; using %s (%s)",
                    setting, owner, place, shown, used, reason);
        }
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_IN_LOG ? line : line.substring(0, LONGEST_IN_LOG) + "…";
    }
}
