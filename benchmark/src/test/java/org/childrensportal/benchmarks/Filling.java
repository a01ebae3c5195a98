package org.childrensportal.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * Accounts as registration makes them, many at once, written into PostgreSQL.
 *
 * @param confirmed how many with an address of their own
 * @param pending how many that only claim one, which takes the portal's tables
 * @param created when they were made; pending ones are removed a day later
 */
record Filling(int confirmed, int pending, Instant created) {

    private static final String ACCOUNTS =
            """
            create temporary table made on commit drop as
              select gen_random_uuid()::text as id, number, number <= %2$d as pending
              from generate_series(1, %1$d + %2$d) number;
            insert into user_entity (id, email, email_constraint, email_verified, enabled,
                first_name, last_name, realm_id, username, created_timestamp, not_before)
              select id, case when pending then null else id || '@example.com' end,
                case when pending then id else id || '@example.com' end, not pending, true,
                'Ann', 'Lee', '%3$s',
                case when pending then 'pending-' || id else id || '@example.com' end, %4$d, 0
              from made;
            insert into user_attribute (id, name, value, user_id)
              select gen_random_uuid(), 'professional', 'false', id from made;
            insert into credential (id, type, user_id, created_date, secret_data, credential_data, priority)
              select gen_random_uuid(), 'password', id, %4$d, '{"value":"x","salt":"eA=="}',
                '{"hashIterations":5,"algorithm":"argon2"}', 10 from made;
            insert into user_role_mapping (role_id, user_id)
              select default_role, made.id from made, realm where realm.id = '%3$s';
            """;

    private static final String CLAIMS =
            """
            insert into user_attribute (id, name, value, user_id)
              select gen_random_uuid(), 'claimedEmail', id || '@example.com', id from made where pending;
            insert into portal_email_code (user_id, realm_id, code_id, address, seal, key_id, expires_at, guesses)
              select id, '%1$s', id, id || '@example.com', 'x', 'x', %2$d, 0 from made where pending;
            """;

    /** Makes them in a realm. */
    void into(Connection connection, String realmName) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String realm = realm(statement, realmName);
            long time = created.toEpochMilli();
            connection.setAutoCommit(false);
            statement.execute(ACCOUNTS.formatted(confirmed, pending, realm, time));
            if (pending > 0) {
                statement.execute(CLAIMS.formatted(realm, time));
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private static String realm(Statement statement, String name) throws SQLException {
        try (ResultSet id =
                statement.executeQuery("select id from realm where name = '" + name + "'")) {
            id.next();
            return id.getString(1);
        }
    }
}
