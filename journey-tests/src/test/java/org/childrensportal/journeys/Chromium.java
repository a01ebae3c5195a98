package org.childrensportal.journeys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's Chromium, without a window. */
final class Chromium implements AutoCloseable {

    /** Whether pages may run JavaScript. */
    enum Script {
        ALLOWED,
        SWITCHED_OFF
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BLOCK = 2;

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Chromium start(Script script) {
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
        return new Chromium(new ChromeDriver(options));
    }

    void open(String address) {
        driver.get(address);
    }

    void back() {
        driver.navigate().back();
    }

    /** Clicks and waits for the page that it leads to, if it leads to one. */
    void click(By what) {
        driver.findElement(what).click();
    }

    /** Presses the page's "Next" and waits for the answer. */
    void next() {
        press("Next");
    }

    /** Presses a button by its name and waits for the answer. */
    void press(String name) {
        WebElement page = driver.findElement(By.tagName("html"));
        // By keyboard: a list of suggestions may cover a button and take the click.
        driver.findElement(By.xpath("//main//button[normalize-space()='" + name + "']"))
                .sendKeys(Keys.ENTER);
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .withMessage("another page after " + driver.getTitle())
                .until(now -> !now.findElement(By.tagName("html")).equals(page));
    }

    void type(String field, String text) {
        WebElement input = driver.findElement(By.id(field));
        input.clear();
        input.sendKeys(text);
    }

    String value(String field) {
        return driver.findElement(By.id(field)).getDomProperty("value");
    }

    String title() {
        return driver.getTitle();
    }

    String heading() {
        return text("h1");
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** The rules of the password checklist that are ticked. */
    List<String> kept() {
        return driver.findElements(By.cssSelector(".portal-rule--kept")).stream()
                .map(line -> line.getDomAttribute("data-rule"))
                .toList();
    }

    /** Waits until an element says {@code text}, seen or only heard. */
    void await(String selector, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(
                        now ->
                                text.equals(
                                        now.findElement(By.cssSelector(selector))
                                                .getDomProperty("textContent")));
    }

    ChromeDriver driver() {
        return driver;
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
