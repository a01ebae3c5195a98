package org.childrensportal.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.childrensportal.people.Chromium;

/**
 * What axe says of a page by every rule of WCAG up to 2.2 AA, {@code target-size} too. It runs in
 * the page itself: axe's own class for Selenium puts the results together in a second tab, which on
 * a busy machine may lose them as it opens.
 */
public final class Axe {

    /**
     * What axe has found.
     *
     * @param violations each as the rule's id and the HTML of what breaks it
     * @param undecided the ids of the rules that a person must look at
     */
    public record Verdict(List<String> violations, List<String> undecided) {}

    private static final String SOURCE = source();

    private static final String RUN =
            """
            const done = arguments[0];
            const options = {
              runOnly: {
                type: 'tag',
                values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
              },
              rules: { 'target-size': { enabled: true } },
              resultTypes: ['violations', 'incomplete']
            };
            axe.run(document, options).then(
              results => done({
                violations: results.violations.map(
                  rule => rule.id + '[' + rule.nodes.map(node => node.html).join(', ') + ']'),
                undecided: results.incomplete.map(rule => rule.id)
              }),
              error => done({ error: String(error) }));
            """;

    private Axe() {}

    /**
     * Looks at the page that the browser shows, once that has loaded all that it asks for.
     *
     * @throws AssertionError if axe cannot look at it
     */
    public static Verdict verdict(Chromium browser) {
        browser.awaitIdle();
        if (Boolean.FALSE.equals(browser.driver().executeScript("return 'axe' in window"))) {
            browser.driver().executeScript(SOURCE);
        }
        Map<?, ?> found = (Map<?, ?>) browser.driver().executeAsyncScript(RUN);
        if (found == null || found.containsKey("error")) {
            throw new AssertionError("axe at " + browser.title() + ": " + found);
        }
        return new Verdict(texts(found.get("violations")), texts(found.get("undecided")));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
