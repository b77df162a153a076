package io.firth.bench;

import io.firth.Packaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The product's database, reached past it by its owner: what is counted, and what is kept. */
final class Database implements AutoCloseable {

    private static final int PORT_LINE = 3;

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Has its statements counted; to be called before the product's start. */
    static void count(Path home) {
        try {
            Path folder = Files.createDirectories(home.resolve("postgres"));
            Files.writeString(folder.resolve("own.conf"), "shared_preload_libraries = 'pg_stat_statements'\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Database of(Packaged firth) {
        Path folder = firth.home().resolve("postgres");
        try {
            var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(PORT_LINE);
            var password = Files.readString(folder.resolve("password")).strip();
            var database = new Database(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/firth", "postgres", password));
            database.run("create extension if not exists pg_stat_statements");
            return database;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void run(String statement) {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    String text(String query) {
        try (var running = connection.createStatement();
                var found = running.executeQuery(query)) {
            found.next();
            return String.valueOf(found.getString(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    /** Forgets what was counted. */
    void forget() {
        run("do $$ begin perform pg_stat_statements_reset(); end $$");
    }

    /** Pages that reports have looked at, in memory or not, since they were forgotten last. */
    long reportBuffers() {
        return number("""
                select coalesce(sum(shared_blks_hit + shared_blks_read), 0)::bigint from pg_stat_statements
                where query ~* '^\\s*(select|with)' and query like '%metrics\\_%' and query not like '%pg_stat%'
                and query not like '%progress%' and query not like 'select exists (%' and query not like '%insert into%'""");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
