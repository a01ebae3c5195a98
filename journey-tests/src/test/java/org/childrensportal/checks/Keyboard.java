package org.childrensportal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.childrensportal.people.Chromium;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody who uses no mouse. Wherever Tab leads, the focus must be seen, within the window, and
 * further down the page than before.
 */
public final class Keyboard {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** More than any page has to offer. */
    private static final int MOST_STOPS = 60;

    /**
     * Whether the focused element looks otherwise than without the focus, and is in the window. The
     * radios of the design system show it at their label.
     */
    private static final String SEEN =
            """
            const focused = document.activeElement;
            const radio = focused.matches('.govuk-radios__input, .govuk-checkboxes__input');
            const look = () => {
              const style = radio
                ? getComputedStyle(focused.nextElementSibling, '::before') : getComputedStyle(focused);
              return [style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor,
                style.boxShadow, style.backgroundColor, style.borderTopWidth].join();
            };
            const place = focused.getBoundingClientRect();
            const within = place.bottom > 0 && place.top < innerHeight;
            const seen = look();
            focused.blur();
            const unseen = look();
            focused.focus();
            return within && seen !== unseen;
            """;

    private final Chromium browser;
    private WebElement before;

    /** The keyboard of {@code browser}. */
    public Keyboard(Chromium browser) {
        this.browser = browser;
    }

    /** Presses Tab until what {@code selector} means has the focus. */
    public Keyboard tabTo(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press(Keys.TAB);
            WebElement now = active();
            assertThat(script(SEEN)).as("the focus is seen at " + focused()).isEqualTo(true);
            if (before != null) {
                assertThat(
                                script(
                                        "return"
                                            + " !!(arguments[0].compareDocumentPosition(arguments[1])"
                                            + " & (Node.DOCUMENT_POSITION_FOLLOWING |"
                                            + " Node.DOCUMENT_POSITION_CONTAINED_BY))",
                                        before,
                                        now))
                        .as("the focus goes down the page at " + focused())
                        .isEqualTo(true);
            }
            before = now;
            if (Boolean.TRUE.equals(
                    script("return document.activeElement.matches(arguments[0])", selector))) {
                return this;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    /** Types into what has the focus. */
    public void type(String text) {
        new Actions(browser.driver()).sendKeys(text).perform();
    }

    /** Presses the space bar: chooses a radio button, presses a button. */
    public void space() {
        press(Keys.SPACE);
    }

    /** Presses Enter, and waits for the page that it leads to, if it is another one. */
    public void enter() {
        boolean within =
                Boolean.TRUE.equals(
                        script("return document.activeElement.matches('a[href^=\"#\"]')"));
        WebElement page = browser.driver().findElement(By.tagName("html"));
        press(Keys.ENTER);
        before = null;
        if (!within) {
            new WebDriverWait(browser.driver(), PATIENCE)
                    .ignoring(WebDriverException.class)
                    .until(now -> !now.findElement(By.tagName("html")).equals(page));
            browser.awaitIdle();
        }
    }

    /** The start tag of what has the focus. */
    public String focused() {
        return (String) script("return document.activeElement.cloneNode(false).outerHTML");
    }

    private WebElement active() {
        return browser.driver().switchTo().activeElement();
    }

    private void press(Keys key) {
        new Actions(browser.driver()).sendKeys(key).perform();
    }

    private Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script, arguments);
    }
}
