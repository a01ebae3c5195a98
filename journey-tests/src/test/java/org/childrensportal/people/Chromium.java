package org.childrensportal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.childrensportal.local.NeededPrograms;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's Chromium, without a window. */
public final class Chromium implements AutoCloseable {

    /** Whether pages may run JavaScript. */
    public enum Script {
        ALLOWED,
        SWITCHED_OFF
    }

    /** Whether the browser shows a page again as it was left, for Back and Forward. */
    public enum PageCache {
        KEPT,
        SWITCHED_OFF
    }

    /** Longer than a busy machine takes, for a page or a script. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SPACED_TEXT =
            """
            const spacing = new CSSStyleSheet();
            spacing.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
              word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
            document.adoptedStyleSheets = [spacing];
            const lost = [...document.body.querySelectorAll('*')].filter(element => {
              const style = getComputedStyle(element);
              const place = element.getBoundingClientRect();
              const clips = style.overflowX !== 'visible' && style.display !== 'inline';
              const hidden = element.closest('.govuk-visually-hidden, .govuk-skip-link, [hidden]');
              return !hidden && element.matches(':not(input)') && place.width > 0
                && (place.right > innerWidth + 1 || (clips && element.scrollWidth > element.clientWidth + 1));
            }).map(element => element.cloneNode(false).outerHTML);
            document.adoptedStyleSheets = [];
            return lost;
            """;

    private static final String INSTALLED = "webdriver.chrome.driver";
    private static final int BLOCK = 2;
    private static final int HEIGHT = 800;

    /** A round trip on slow 3G, in milliseconds. */
    public static final int SLOW_LATENCY = 400;

    /** What slow 3G carries in a second, in bytes: 400 kbit. */
    public static final int SLOW_BYTES = 50_000;

    /**
     * Selenium looks for a driver to download, at each start of a browser, unless it is told of
     * one.
     */
    static {
        NeededPrograms.driver().ifPresent(file -> System.setProperty(INSTALLED, file.toString()));
    }

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one, with an empty cache and no cookies. */
    public static Chromium start(Script script) {
        return start(script, PageCache.KEPT);
    }

    /** The same, with or without pages that are kept for Back and Forward. */
    public static Chromium start(Script script, PageCache cache) {
        return started(options(script, cache));
    }

    private static ChromeOptions options(Script script, PageCache cache) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--force-device-scale-factor=1",
                "--hide-scrollbars");
        if (script == Script.SWITCHED_OFF) {
            options.setExperimentalOption(
                    "prefs", Map.of("profile.managed_default_content_settings.javascript", BLOCK));
        }
        if (cache == PageCache.SWITCHED_OFF) {
            options.addArguments("--disable-features=BackForwardCache");
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    private static Chromium started(ChromeOptions options) {
        ChromeDriver driver = new ChromeDriver(options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Chromium(driver);
    }

    /** Opens an address and waits for the page. */
    public void open(String address) {
        driver.get(address);
    }

    /** Presses the browser's Back. */
    public void back() {
        driver.navigate().back();
    }

    /** Presses the browser's Forward. */
    public void forward() {
        driver.navigate().forward();
    }

    /** Loads the page again; a form that it answers is sent again, as if people had said yes. */
    public void reload() {
        driver.navigate().refresh();
    }

    /** What the address bar shows. */
    public String address() {
        return driver.getCurrentUrl();
    }

    /** Opens a tab that has been nowhere, in the place of the one that is shown. */
    public void newTab() {
        String before = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        String tab = driver.getWindowHandle();
        driver.switchTo().window(before).close();
        driver.switchTo().window(tab);
    }

    /** Looks at {@code address} in another tab, and comes back to this one. */
    public void inAnotherTab(String address, Runnable look) {
        String tab = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        try {
            open(address);
            look.run();
        } finally {
            driver.close();
            driver.switchTo().window(tab);
        }
    }

    /** Whether all of {@code selector} is within the window, without scrolling. */
    public boolean isInView(String selector) {
        Map<?, ?> window =
                (Map<?, ?>)
                        driver.executeCdpCommand("Page.getLayoutMetrics", Map.of())
                                .get("cssVisualViewport");
        double top = ((Number) window.get("pageY")).doubleValue();
        double bottom = top + ((Number) window.get("clientHeight")).doubleValue();
        Rectangle place = driver.findElement(By.cssSelector(selector)).getRect();
        return place.getY() + 1 >= top && place.getY() + place.getHeight() <= bottom + 1;
    }

    /** Whether {@code selector} has the focus, without asking a script of the page. */
    public boolean hasFocus(String selector) {
        return driver.switchTo()
                .activeElement()
                .equals(driver.findElement(By.cssSelector(selector)));
    }

    /** Makes this tab's requests come from {@code machine}, an IP address behind the proxy. */
    public void comeFrom(String machine) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.setExtraHTTPHeaders",
                Map.of("headers", Map.of("X-Forwarded-For", machine)));
    }

    /** How long the network lets every request wait, in milliseconds; 0 for as it is. */
    public void delayNetwork(int latency) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        latency,
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1));
    }

    /** What the browser's Stop does. */
    public void stop() {
        driver.executeCdpCommand("Page.stopLoading", Map.of());
    }

    /** Clicks and waits for the page that it leads to, if it leads to one. */
    public void click(By what) {
        driver.findElement(what).click();
    }

    /** Presses the page's "Next" and waits for the answer. */
    public void next() {
        press("Next");
    }

    /** Presses a button by its name and waits for the answer. */
    public void press(String name) {
        WebElement page = driver.findElement(By.tagName("html"));
        // By keyboard: a list of suggestions may cover a button and take the click.
        driver.findElement(By.xpath("//main//button[normalize-space()='" + name + "']"))
                .sendKeys(Keys.ENTER);
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .withMessage("another page after " + driver.getTitle())
                .until(now -> !now.findElement(By.tagName("html")).equals(page));
    }

    /** Types into a field, by its id, instead of what is in it. */
    public void type(String field, String text) {
        WebElement input = driver.findElement(By.id(field));
        input.clear();
        input.sendKeys(text);
    }

    /** What is in a field, by its name. */
    public String value(String field) {
        return driver.findElement(By.cssSelector("[name='" + field + "']")).getDomProperty("value");
    }

    /** Where the page's form is sent. */
    public String action() {
        return driver.findElement(By.cssSelector("main form")).getDomProperty("action");
    }

    /** The page's title. */
    public String title() {
        return driver.getTitle();
    }

    /** The page's heading. */
    public String heading() {
        return text("h1");
    }

    /** The text that is seen of the first element. */
    public String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** The first element's background, as CSS writes it. */
    public String colour(String selector) {
        return (String)
                driver.executeScript(
                        "return getComputedStyle(document.querySelector(arguments[0]))"
                                + ".backgroundColor",
                        selector);
    }

    /** How many elements there are. */
    public int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** The rules of the password checklist that are ticked. */
    public List<String> kept() {
        return driver.findElements(By.cssSelector(".portal-rule--kept")).stream()
                .map(line -> line.getDomAttribute("data-rule"))
                .toList();
    }

    /** Waits until an element says {@code text}, seen or only heard. */
    public void await(String selector, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(
                        now ->
                                text.equals(
                                        now.findElement(By.cssSelector(selector))
                                                .getDomProperty("textContent")));
    }

    /** Waits until the page, which scripts may be making, says {@code text}. */
    public void awaitText(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .withMessage("the page says " + text)
                .until(now -> now.findElement(By.tagName("body")).getText().contains(text));
    }

    /**
     * Waits until the page has loaded all that it asks for, modules too. A browser that draws no
     * frame is never idle: a second after that it counts as such.
     */
    public void awaitIdle() {
        driver.executeAsyncScript(
                "const done = arguments[0];"
                        + " const idle = () => requestIdleCallback(done, { timeout: 1000 });"
                        + " document.readyState === 'complete' ? idle()"
                        + " : addEventListener('load', idle)");
    }

    /** What the page wrote to the console since the last call: errors, refusals of its policy. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                // The answer to a bad request is an error to Chromium, and a page to people.
                .filter(line -> !line.contains("Failed to load resource: the server responded"))
                // Not the page's doing: so says a browser that was slowed down.
                .filter(line -> !line.contains("Slow network is detected"))
                .toList();
    }

    /**
     * The requests that the browser has sent since the last call, as JSON of Chromium's DevTools:
     * address, headers, body.
     */
    public List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Network.requestWillBeSent"))
                .toList();
    }

    /** What drives it. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Makes the page as wide as on a phone or a desktop, whatever the window is. */
    public void viewport(int width) {
        viewport(width, HEIGHT);
    }

    private void viewport(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** A picture of the whole page, as PNG. */
    public byte[] picture(int width) {
        Number height =
                (Number) driver.executeScript("return document.documentElement.scrollHeight");
        viewport(width, Math.max(HEIGHT, height.intValue()));
        byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
        viewport(width);
        return picture;
    }

    /** Forgets every cookie of every site and path. */
    public void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Forgets every file that it has kept. */
    public void forgetCache() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** Makes the network and the processor as slow as on an old phone far from anywhere. */
    public void slowDown() {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", false,
                        "latency", SLOW_LATENCY,
                        "downloadThroughput", SLOW_BYTES,
                        "uploadThroughput", SLOW_BYTES));
        driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
    }

    /** How long after the click the page was painted and could be used, in milliseconds. */
    public double usableAfter() {
        awaitIdle();
        return ((Number)
                        driver.executeScript(
                                "return Math.max(performance.getEntriesByName("
                                        + "'first-contentful-paint')[0].startTime,"
                                        + " performance.getEntriesByType('navigation')[0]"
                                        + ".domContentLoadedEventEnd)"))
                .doubleValue();
    }

    /** Switches forced colours on ({@code active}) or off ({@code none}). */
    public void forceColours(String forced) {
        prefer("forced-colors", forced);
    }

    /** Sets what CSS calls a media feature, such as {@code prefers-color-scheme}. */
    public void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Whether what has the focus is such an element. */
    public boolean isFocused(String selector) {
        return Boolean.TRUE.equals(
                driver.executeScript(
                        "return document.activeElement.matches(arguments[0])", selector));
    }

    /** Whether anything on the page moves or fades, for somebody who prefers less motion. */
    public boolean moves() {
        return Boolean.TRUE.equals(
                driver.executeScript(
                        "return document.getAnimations().length > 0"
                                + " || [...document.querySelectorAll('*')].map(getComputedStyle)"
                                + ".some(style => style.transitionDuration !== '0s'"
                                + " || style.animationName !== 'none')"));
    }

    /**
     * Spaces the text as WCAG 2.2, 1.4.12 says, for as long as it takes to look.
     *
     * @return the start tags of what is cut off or sticks out then
     */
    public List<?> spaceText() {
        return (List<?>) driver.executeScript(SPACED_TEXT);
    }

    /** By how many pixels the page is wider than its window; not positive if it fits. */
    public int overflow() {
        Object pixels =
                driver.executeScript(
                        "return document.documentElement.scrollWidth - window.innerWidth");
        return ((Number) pixels).intValue();
    }

    /** Ends it; whatever it wrote to its console that nobody looked at is a fault of a page. */
    @Override
    public void close() {
        List<String> console;
        try {
            console = console();
        } finally {
            driver.quit();
        }
        assertThat(console).as("console").isEmpty();
    }
}
