package io.firth.home;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Who may do what in the PostgreSQL of the home: the product's role owns its database and is no superuser. */
final class Roles {

    /** The superuser; nothing but this class signs in as it. */
    static final String OWNER = "postgres";

    private Roles() {}

    /**
     * Makes the product's role and database where they are missing.
     *
     * @throws Unable when the server would not keep what it confirms
     */
    static void ensure(Database database) {
        try (Connection connection = database.as("postgres", OWNER).connect();
                Statement statement = connection.createStatement()) {
            if (is(statement, "not exists (select from pg_roles where rolname = 'firth')")) {
                statement.execute("create role firth");
            }
            if (is(statement, "not (select rolcanlogin from pg_roles where rolname = 'firth')")) {
                char[] password = database.password().toCharArray();
                connection.unwrap(PGConnection.class).alterUserPassword("firth", password, "scram-sha-256");
                statement.execute("alter role firth login");
            }
            if (is(statement, "not exists (select from pg_database where datname = 'firth')")) {
                statement.execute("create database firth owner firth");
            }
            if (is(statement, "current_setting('fsync') || current_setting('synchronous_commit') <> 'onon'")) {
                throw new Unable(
                        "PostgreSQL runs without fsync or synchronous_commit, and would lose mail at a power cut.");
            }
        } catch (SQLException failed) {
            throw new Unable("PostgreSQL started and cannot be used: " + failed.getMessage());
        }
    }

    private static boolean is(Statement statement, String condition) throws SQLException {
        try (ResultSet answer = statement.executeQuery("select " + condition)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
