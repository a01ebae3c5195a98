package org.childrensportal.themes.build;

import de.larsgrefer.sass.embedded.importer.ClasspathImporter;
import java.io.IOException;
import java.net.URL;

/** Finds what a style sheet imports as {@code govuk/…} in the jar of govuk-frontend. */
final class GovukFrontend extends ClasspathImporter {

    private final String sources;

    /** Components of the {@code version} that is on the class path. */
    GovukFrontend(String version) {
        this.sources = "META-INF/resources/webjars/govuk-frontend/" + version + "/dist/";
    }

    @Override
    public URL canonicalizeUrl(String url) throws IOException {
        return super.canonicalizeUrl(url.startsWith("govuk/") ? sources + url : url);
    }
}
