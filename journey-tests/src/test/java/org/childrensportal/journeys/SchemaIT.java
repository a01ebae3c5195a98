package org.childrensportal.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import org.childrensportal.servers.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The portal's tables")
class SchemaIT extends SchemaUpgrade {

    private static final Database DATABASE = new Database();

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
        run("drop schema public cascade; create schema public");
    }

    @Override
    String indexes() {
        return "select tablename, indexname, indexdef from pg_indexes"
                + " where tablename like 'portal%' order by 1, 2";
    }
}
