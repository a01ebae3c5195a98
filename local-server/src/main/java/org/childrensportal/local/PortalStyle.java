package org.childrensportal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipFile;

/** The portal's style sheet, out of the theme jar that the build made. */
final class PortalStyle {

    private static final String ENTRY = "theme/childrens-portal/login/resources/css/portal.css";

    private PortalStyle() {}

    static byte[] read() {
        try (ZipFile jar = new ZipFile(PortalFiles.themes().toFile())) {
            return jar.getInputStream(jar.getEntry(ENTRY)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
