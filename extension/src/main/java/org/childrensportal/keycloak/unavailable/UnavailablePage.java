package org.childrensportal.keycloak.unavailable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The page for when nothing works that other pages are made of: no realm, no theme, no database. It
 * is in the extension's own jar.
 */
final class UnavailablePage {

    private static final String TEMPLATE = "/portal-unavailable.html";
    private static final String MESSAGES = "/theme-resources/messages/messages_en.properties";

    /** In the jar of the theme, which names the folder of the style sheet by its content. */
    private static final String THEME = "/theme/childrens-portal/login/theme.properties";

    private static final String ASSETS = "assets";

    private final String html;

    UnavailablePage() {
        try (InputStream template = UnavailablePage.class.getResourceAsStream(TEMPLATE)) {
            String page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Properties messages = read(MESSAGES);
            for (String key : messages.stringPropertyNames()) {
                page = page.replace("${" + key + "}", messages.getProperty(key));
            }
            html = page.replace("${" + ASSETS + "}", read(THEME).getProperty(ASSETS, ""));
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

    /** What a file among the providers says; nothing if it is not there. */
    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = UnavailablePage.class.getResourceAsStream(name)) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        }
        return properties;
    }
}
