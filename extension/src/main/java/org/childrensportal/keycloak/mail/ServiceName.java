package org.childrensportal.keycloak.mail;

import org.keycloak.models.RealmModel;

/** What pages and mails call the service: the realm's display name. */
final class ServiceName {

    private ServiceName() {}

    /** The display name of {@code realm}, or its name if it has none. */
    static String of(RealmModel realm) {
        return realm.getDisplayName() == null ? realm.getName() : realm.getDisplayName();
    }
}
