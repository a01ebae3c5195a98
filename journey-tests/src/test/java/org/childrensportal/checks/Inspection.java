package org.childrensportal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childrensportal.people.Chromium;

/** What is wrong with the pages that a browser shows, and what each of them weighs. */
public final class Inspection {

    /**
     * What a page costs to load.
     *
     * @param bytes on the wire, headers too
     * @param requests that went over the wire
     */
    public record Weight(int bytes, int requests) {

        /** The bytes in KiB. */
        public double kibibytes() {
            return bytes / 1024.0;
        }
    }

    /**
     * One page.
     *
     * @param violations what axe says is wrong
     * @param undecided the axe rules that a person must look at
     */
    public record Finding(
            String page, List<String> violations, List<String> undecided, Weight weight) {}

    private final Chromium browser;
    private final List<String> faults = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> titles = new TreeMap<>();

    /** An inspection of what {@code browser} will show. */
    public Inspection(Chromium browser) {
        this.browser = browser;
    }

    /** Everything that is wrong with any page, each with the page's name before it. */
    public List<String> faults() {
        return faults;
    }

    /** One for each look at a page, oldest first. */
    public List<Finding> findings() {
        return findings;
    }

    /** Looks at the page that the browser shows. */
    public void at(String page) {
        Weight weight = weigh(browser);
        Axe.Verdict verdict = Axe.verdict(browser);
        findings.add(new Finding(page, verdict.violations(), verdict.undecided(), weight));
        verdict.violations().forEach(violation -> faults.add(page + ": " + violation));
        browser.console().forEach(line -> faults.add(page + ": " + line));
        if (browser.overflow() > 0) {
            faults.add(page + ": " + browser.overflow() + " px wider than the window");
        }
        if (browser.count("h1") != 1 || browser.count("main") != 1) {
            faults.add(page + ": " + browser.count("h1") + " h1");
        }
        if (browser.count(".portal-header") != 1 || browser.count(".portal-footer") != 1) {
            faults.add(page + ": not in the portal's frame");
        }
        title(page);
        tree(page);
        if (browser.moves()) {
            faults.add(page + ": moves although less motion is preferred");
        }
        browser.spaceText()
                .forEach(lost -> faults.add(page + ": loses text when it is spaced: " + lost));
    }

    /** What a screen reader learns: names, states, and what is wrong with a field. */
    private void tree(String page) {
        boolean failed = browser.count(".govuk-error-summary") > 0;
        boolean alert = false;
        for (AccessibleNode node : AccessibleNode.tree(browser)) {
            if (node.isControl() && node.name().isBlank()) {
                faults.add(page + ": a control without a name, " + node);
            }
            if (node.isInvalid() && node.description().isBlank()) {
                faults.add(page + ": nothing says what is wrong with " + node);
            }
            alert |= node.role().equals("alert");
        }
        if (failed && !(alert && browser.isFocused(".govuk-error-summary"))) {
            faults.add(page + ": its errors are not announced");
        }
        if (failed && !browser.title().matches("(Error|Gwall): .*")) {
            faults.add(page + ": its title does not say whether something is wrong");
        }
    }

    private void title(String page) {
        String name = page.replaceFirst("/.*", "");
        String other = titles.put(browser.title(), name);
        if (other != null && !other.equals(name)) {
            faults.add(page + ": has the title of " + other + ", " + browser.title());
        }
    }

    /** What the page that the browser shows has cost; what its cache held costs nothing. */
    public static Weight weigh(Chromium browser) {
        browser.awaitIdle();
        List<?> sizes =
                (List<?>)
                        browser.driver()
                                .executeScript(
                                        "return [...performance.getEntriesByType('navigation'),"
                                                + " ...performance.getEntriesByType('resource')]"
                                                + ".map(entry => entry.transferSize)"
                                                + ".filter(size => size > 0)");
        return new Weight(
                sizes.stream().mapToInt(size -> ((Number) size).intValue()).sum(), sizes.size());
    }
}
