package org.childrensportal.keycloak.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.util.JsonSerialization;

/** The portal's realm as it is shipped, from which a realm that becomes one takes what it lacks. */
final class PortalFile {

    private static final String FOLDER = "/portal/realm/";

    private final RealmRepresentation realm = read("portal-realm.json", RealmRepresentation.class);
    private final UPConfig profile = read("user-profile.json", UPConfig.class);

    /** Its settings, flows and client scopes; placeholders are left as they are. */
    RealmRepresentation realm() {
        return realm;
    }

    /** Its user profile. */
    UPConfig profile() {
        return profile;
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream in = PortalFile.class.getResourceAsStream(FOLDER + file)) {
            return JsonSerialization.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
