package org.childrensportal.checks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childrensportal.people.Chromium;

/**
 * A node of the browser's accessibility tree, which is what screen readers read.
 *
 * @param role what it is, such as {@code textbox}
 * @param name what it is called
 * @param description what else is said of it
 * @param isInvalid whether it is said to be wrong
 */
record AccessibleNode(String role, String name, String description, boolean isInvalid) {

    private static final Set<String> CONTROLS =
            Set.of("textbox", "button", "link", "radio", "checkbox", "combobox", "radiogroup");

    /** The page that the browser shows, as a screen reader reads it. */
    static List<AccessibleNode> tree(Chromium browser) {
        List<?> nodes =
                (List<?>)
                        browser.driver()
                                .executeCdpCommand("Accessibility.getFullAXTree", Map.of())
                                .get("nodes");
        return nodes.stream().map(node -> of((Map<?, ?>) node)).toList();
    }

    /** A node as Chromium's protocol gives it ({@code Accessibility.AXNode}). */
    private static AccessibleNode of(Map<?, ?> node) {
        return new AccessibleNode(
                text(node.get("role")),
                text(node.get("name")),
                text(node.get("description")),
                isInvalid((List<?>) node.get("properties")));
    }

    private static boolean isInvalid(List<?> properties) {
        return properties != null
                && properties.stream()
                        .map(property -> (Map<?, ?>) property)
                        .anyMatch(
                                property ->
                                        "invalid".equals(property.get("name"))
                                                && "true".equals(text(property.get("value"))));
    }

    private static String text(Object value) {
        return value instanceof Map<?, ?> map && map.get("value") != null
                ? map.get("value").toString()
                : "";
    }

    /** Whether somebody can do something with it. */
    boolean isControl() {
        return CONTROLS.contains(role);
    }
}
