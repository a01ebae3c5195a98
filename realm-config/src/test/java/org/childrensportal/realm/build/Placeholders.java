package org.childrensportal.realm.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the realm leaves open: variables of the environment, each with a value if it is not set. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(PORTAL_\\w+):([^}]*)}");

    private Placeholders() {}

    /** The variables that {@code realm} names, with what holds if they are not set. */
    static Map<String, String> in(ObjectNode realm) {
        Map<String, String> found = new TreeMap<>();
        PLACEHOLDER
                .matcher(realm.toString())
                .results()
                .forEach(result -> found.put(result.group(1), result.group(2)));
        return found;
    }

    /**
     * The same realm, with its placeholders spelt in another way.
     *
     * @param spelling of a variable's name and of what holds if it is not set
     */
    static String respelt(String realm, BinaryOperator<String> spelling) {
        return PLACEHOLDER
                .matcher(realm)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        spelling.apply(found.group(1), found.group(2))));
    }
}
