package org.childrensportal.keycloak.domain.device;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which browser on which kind of device, in words that its owner would use: <em>Chrome</em> on
 * <em>Windows</em>. What nobody would call by a name is left out.
 *
 * @param browser such as {@code Chrome}
 * @param system such as {@code Windows}
 */
public record BrowserName(Optional<String> browser, Optional<String> system) {

    /** Of families as ua-parser has them, the beginning in lower case; the first that fits. */
    private static final List<Map.Entry<String, String>> BROWSERS =
            List.of(
                    Map.entry("edge", "Edge"),
                    Map.entry("opera", "Opera"),
                    Map.entry("samsung internet", "Samsung Internet"),
                    Map.entry("headlesschrome", "Chrome"),
                    Map.entry("chrome", "Chrome"),
                    Map.entry("chromium", "Chromium"),
                    Map.entry("firefox", "Firefox"),
                    Map.entry("mobile safari", "Safari"),
                    Map.entry("safari", "Safari"),
                    Map.entry("ie", "Internet Explorer"),
                    Map.entry("duckduckgo", "DuckDuckGo"),
                    Map.entry("brave", "Brave"),
                    Map.entry("vivaldi", "Vivaldi"));

    private static final List<Map.Entry<String, String>> SYSTEMS =
            List.of(
                    Map.entry("windows phone", "Windows Phone"),
                    Map.entry("windows", "Windows"),
                    Map.entry("mac os", "Mac"),
                    Map.entry("macos", "Mac"),
                    Map.entry("ios", "iPhone or iPad"),
                    Map.entry("android", "Android"),
                    Map.entry("chrome os", "Chromebook"),
                    Map.entry("ubuntu", "Linux"),
                    Map.entry("debian", "Linux"),
                    Map.entry("fedora", "Linux"),
                    Map.entry("linux", "Linux"));

    /** A browser that says nothing of itself. */
    public static final BrowserName UNKNOWN = new BrowserName(Optional.empty(), Optional.empty());

    /**
     * Reads what Keycloak keeps of a browser.
     *
     * @param browser family and version, such as {@code Chrome Mobile/119.0.0}; may be anything
     * @param system family, such as {@code Mac OS X}; may be anything
     */
    public static BrowserName of(Optional<String> browser, Optional<String> system) {
        return new BrowserName(
                browser.flatMap(text -> found(BROWSERS, text)),
                system.flatMap(text -> found(SYSTEMS, text)));
    }

    private static Optional<String> found(List<Map.Entry<String, String>> names, String text) {
        String family = text.strip().toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> begins(family, name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whole words only: <em>IE</em> is no beginning of <em>iElement</em>. */
    private static boolean begins(String family, String name) {
        return family.startsWith(name)
                && (family.length() == name.length()
                        || !Character.isLetter(family.charAt(name.length())));
    }
}
