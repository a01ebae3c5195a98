package org.childrensportal.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import org.childrensportal.servers.MariaDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
@DisplayName("The portal's tables over MariaDB")
class MariaDbSchemaIT extends SchemaUpgrade {

    private static final MariaDb DATABASE = new MariaDb();

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Override
    Connection connect() throws SQLException {
        return DATABASE.connect();
    }

    @Override
    void empty() throws SQLException {
        run(
                "drop table if exists PORTAL_EMAIL_CODE, PORTAL_LIMITED_SUBJECT, PORTAL_USE,"
                        + " PORTAL_ADDRESS_CHANGE,"
                        + " DATABASECHANGELOG, DATABASECHANGELOGLOCK");
    }

    @Override
    String indexes() {
        return "select table_name, index_name, seq_in_index, column_name, non_unique from"
                + " information_schema.statistics where table_name like 'PORTAL%'"
                + " order by 1, 2, 3";
    }
}
