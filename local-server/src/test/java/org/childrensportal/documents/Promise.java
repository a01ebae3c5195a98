package org.childrensportal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the documents that names what shows it: tests ({@code `ResetIT.unlocks`,
 * `.strangers`}), commands, or what somebody does by hand, which is said behind it.
 *
 * @param text as it is written
 */
record Promise(String text) {

    /** What is behind a test or a command that the gate does not run. */
    static final String BY_HAND = " (by hand)";

    private static final Pattern TEST =
            Pattern.compile("`([A-Z]\\w*)?(?:\\.(\\w+))?`(" + Pattern.quote(BY_HAND) + ")?");
    private static final Pattern COMMAND =
            Pattern.compile("`\\./mvnw ([^`]+)`(" + Pattern.quote(BY_HAND) + ")?");

    /** What is named, and whether the gate is not expected to run it. */
    record Named(String type, Optional<String> method, Kept kept) {}

    /** Who runs it. */
    enum Kept {
        BY_GATE,
        BY_HAND
    }

    /** The tests that it names; one that begins with a dot is of the class before it. */
    List<Named> tests() {
        List<Named> tests = new ArrayList<>();
        String type = "";
        Matcher test = TEST.matcher(text);
        while (test.find()) {
            type = test.group(1) == null ? type : test.group(1);
            tests.add(new Named(type, Optional.ofNullable(test.group(2)), kept(test.group(3))));
        }
        return tests;
    }

    /** What it has {@code ./mvnw} do. */
    List<Named> commands() {
        return COMMAND.matcher(text)
                .results()
                .map(found -> new Named(found.group(1), Optional.empty(), kept(found.group(2))))
                .toList();
    }

    private static Kept kept(String behind) {
        return behind == null ? Kept.BY_GATE : Kept.BY_HAND;
    }
}
