package org.childrensportal.themes.build;

import de.larsgrefer.sass.embedded.importer.ClasspathImporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Properties;

/** Finds what a style sheet imports as {@code govuk/…} in the jar of govuk-frontend. */
final class GovukFrontend extends ClasspathImporter {

    private static final String FACTS =
            "/META-INF/maven/org.webjars.npm/govuk-frontend/pom.properties";

    private final String sources;

    /** Components of the version that is on the class path, which the POM names. */
    GovukFrontend() throws IOException {
        Properties facts = new Properties();
        try (InputStream in = GovukFrontend.class.getResourceAsStream(FACTS)) {
            facts.load(in);
        }
        this.sources =
                "META-INF/resources/webjars/govuk-frontend/"
                        + facts.getProperty("version")
                        + "/dist/";
    }

    @Override
    public URL canonicalizeUrl(String url) throws IOException {
        return super.canonicalizeUrl(url.startsWith("govuk/") ? sources + url : url);
    }
}
