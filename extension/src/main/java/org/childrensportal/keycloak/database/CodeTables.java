package org.childrensportal.keycloak.database;

import jakarta.persistence.PersistenceException;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;

/** The extension's tables in Keycloak's database, without which no address can be confirmed. */
public final class CodeTables {

    private static final String ONE_OF_EACH =
            "select count(code) from EmailCodeEntity code, LimitedSubjectEntity subject,"
                    + " PermitEntity permit, AddressChangeEntity change where code.userId = '' and"
                    + " subject.key = '' and permit.id = '' and change.keyHash = ''";

    private final KeycloakSession session;

    /** Of the server of {@code session}. */
    public CodeTables(KeycloakSession session) {
        this.session = session;
    }

    /** The same as {@link #missing}; for a minute after they could be read, nothing is asked. */
    public Stream<String> missingLately() {
        return tablesRead().isRecent() ? Stream.empty() : missing();
    }

    private TablesRead tablesRead() {
        return EmailCodeJpaProviderFactory.of(session).tablesRead();
    }

    /** Why the tables cannot be read, if so, in words for administrators. */
    public Stream<String> missing() {
        try {
            // In a transaction of its own, because in PostgreSQL a failed statement ends the
            // transaction.
            new OwnTransaction(session)
                    .run(entities -> entities.createQuery(ONE_OF_EACH).getSingleResult());
            tablesRead().note();
            return Stream.empty();
        } catch (PersistenceException | ModelException e) {
            return Stream.of(
                    "the tables PORTAL_EMAIL_CODE, PORTAL_LIMITED_SUBJECT, PORTAL_USE and"
                            + " PORTAL_ADDRESS_CHANGE cannot be"
                            + " read: let the server update its database when it starts ("
                            + e.getMessage()
                            + ")");
        }
    }
}
