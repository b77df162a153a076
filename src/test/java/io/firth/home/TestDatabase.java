package io.firth.home;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * One real PostgreSQL for all tests of a run, its database empty at first. Quarkus tests get it without asking, through
 * the service file that names this class; others ask for its address.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final Path HOME = Path.of("target", "test-home");

    /** Starts it at the first call of a run, and sets the system properties that a real start sets. */
    @Override
    public Map<String, String> start() {
        ensure();
        return Map.of();
    }

    @Override
    public void stop() {
        // It ends with the run, not with a test class.
    }

    /** As {@link #start()}, for tests without Quarkus: they find the address among the system's properties. */
    public static void ensure() {
        synchronized (System.class) {
            if (System.getProperty("firth.home") == null) {
                enter().forEach(System::setProperty);
                System.setProperty("firth.home", HOME.toString());
            }
        }
    }

    /**
     * A database of its own for a foreign server that a test runs, empty.
     *
     * @return its address, with a login
     */
    public static String beside(String name) {
        ensure();
        synchronized (System.class) {
            Database here = Database.parse(System.getProperty("quarkus.datasource.reactive.url"))
                    .as("postgres", Roles.OWNER);
            Database foreign =
                    new Database(here.place(), Roles.OWNER, System.getProperty("quarkus.datasource.password"));
            try (Connection connection = foreign.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop database if exists " + name + " with (force)");
                statement.execute("create database " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            String login = foreign.user() + ":" + URLEncoder.encode(foreign.password(), StandardCharsets.UTF_8);
            return "postgresql://" + login + "@" + foreign.as(name, Roles.OWNER).place();
        }
    }

    private static Map<String, String> enter() {
        Residence residence = Residence.enter(HOME, Optional.empty());
        Runtime.getRuntime().addShutdownHook(new Thread(residence::close));
        empty(residence.database());
        return residence.properties();
    }

    private static void empty(Database database) {
        try (Connection connection = database.as("postgres", Roles.OWNER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database firth with (force)");
            statement.execute("create database firth owner firth");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
