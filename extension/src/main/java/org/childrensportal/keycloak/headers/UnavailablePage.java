package org.childrensportal.keycloak.headers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The page for when other pages cannot be made: no realm, no theme, no database. It is in the
 * extension's own jar.
 */
final class UnavailablePage {

    private static final String TEMPLATE = "/portal-unavailable.html";
    private static final String MESSAGES = "/theme-resources/messages/messages_en.properties";

    private final String html;

    UnavailablePage() {
        Properties messages = new Properties();
        try (InputStream template = UnavailablePage.class.getResourceAsStream(TEMPLATE);
                InputStream texts = UnavailablePage.class.getResourceAsStream(MESSAGES)) {
            messages.load(new InputStreamReader(texts, StandardCharsets.UTF_8));
            String page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            for (String key : messages.stringPropertyNames()) {
                page = page.replace("${" + key + "}", messages.getProperty(key));
            }
            html = page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page.
     *
     * @param basePath where the server's own paths begin, such as {@code /}
     * @param resourcesVersion of this server's theme resources
     */
    String html(String basePath, String resourcesVersion) {
        return html.replace("${base}", basePath).replace("${version}", resourcesVersion);
    }
}
