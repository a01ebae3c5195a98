package org.childrensportal.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.childrensportal.checks.Walk;
import org.childrensportal.people.Chromium;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes a picture of every page, for people to look at. Not a test: run by {@code ./mvnw verify
 * -Dit.test=Screenshots}.
 */
@ExtendWith(Portal.Provider.class)
@DisplayName("Pictures of the pages")
class Screenshots {

    private final Portal portal;

    Screenshots(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @CsvSource({"360, none", "1280, none", "360, active", "1280, active"})
    @DisplayName("are taken at a phone's and at a desktop's width, in light and in forced colours")
    void takeAll(int width, String forcedColours) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        String suffix = "-" + width + (forcedColours.equals("active") ? "-forced" : "") + ".png";
        List<String> names = new ArrayList<>();
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.viewport(width);
            browser.forceColours(forcedColours);
            new Walk(
                            portal,
                            browser,
                            page -> {
                                String name = page.replace('/', '-');
                                names.add(name);
                                write(folder.resolve(name + suffix), browser.picture(width));
                            })
                    .all();
        }
        Files.writeString(folder.resolve("index.html"), index(names));
    }

    private static String index(List<String> names) {
        StringBuilder html =
                new StringBuilder(
                        "<!DOCTYPE html><html lang=\"en\"><title>Pages</title><h1>Pages</h1>");
        for (String name : names) {
            html.append("<h2>").append(name).append("</h2>");
            for (String kind :
                    List.of("-360.png", "-1280.png", "-360-forced.png", "-1280-forced.png")) {
                html.append(
                        "<img src=\"%1$s%2$s\" alt=\"%1$s%2$s\" width=\"24%%\">"
                                .formatted(name, kind));
            }
        }
        return html.append("</html>").toString();
    }

    private static void write(Path file, byte[] picture) {
        try {
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
