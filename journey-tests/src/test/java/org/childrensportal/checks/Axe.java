package org.childrensportal.checks;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Map;
import org.childrensportal.people.Chromium;

/** What axe says of a page by every rule of WCAG up to 2.2 AA, {@code target-size} too. */
public final class Axe {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    public static Results results(Chromium browser) {
        return new AxeBuilder().withOptions(options()).analyze(browser.driver());
    }

    public static List<String> violations(Results results) {
        return results.getViolations().stream()
                .map(
                        rule ->
                                rule.getId()
                                        + rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .toList())
                .toList();
    }

    private static AxeRunOptions options() {
        AxeRunOnlyOptions standards = new AxeRunOnlyOptions();
        standards.setType("tag");
        standards.setValues(STANDARDS);
        AxeRuleOptions on = new AxeRuleOptions();
        on.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setRunOnly(standards);
        options.setRules(Map.of("target-size", on));
        return options;
    }
}
