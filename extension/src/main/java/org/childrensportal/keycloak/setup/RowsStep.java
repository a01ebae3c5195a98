package org.childrensportal.keycloak.setup;

import java.util.List;
import org.childrensportal.keycloak.database.RealmRows;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The portal's tables have no row of the realm. */
final class RowsStep extends RealmStep {

    private final RealmRows rows;

    RowsStep(KeycloakSession session, RealmModel realm) {
        super("tables", "nowhere: tables of the database");
        this.rows = new RealmRows(session, realm.getId());
    }

    @Override
    List<RealmChange> leave() {
        long count = rows.count();
        return count == 0
                ? List.of()
                : List.of(
                        change(
                                "Delete %d rows of codes and limits".formatted(count),
                                rows::delete));
    }
}
