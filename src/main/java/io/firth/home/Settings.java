package io.firth.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the PostgreSQL in the home is told at every start. */
final class Settings {

    /** A later line wins, so nobody's own file can make the database forget what it has confirmed, or open it to others. */
    private static final String TEXT = """
            # Written at every start. Your own settings go to postgres/own.conf in the home.
            shared_buffers = 48MB
            max_connections = 50
            max_worker_processes = 4
            autovacuum_max_workers = 2
            max_wal_size = 512MB
            checkpoint_completion_target = 0.9
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_checkpoints = off
            default_text_search_config = 'pg_catalog.simple'
            include_if_exists = '../own.conf'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = 'scram-sha-256'
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = %d
            """;

    private Settings() {}

    static void write(Path data, int port) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), TEXT.formatted(port));
    }
}
