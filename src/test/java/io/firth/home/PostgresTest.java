package io.firth.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresTest {

    private static Path home;
    private Postgres postgres;

    @BeforeAll
    static void choose() throws IOException {
        home = Homes.none("postgres");
    }

    @BeforeEach
    void start() {
        postgres = Postgres.startIn(home);
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void endsTheOneThatAKilledFirthLeftBehindAndCarriesOn() throws SQLException {
        // Given
        ProcessHandle orphan = postmaster();
        Connection forgotten = postgres.database().connect();
        forgotten.createStatement().execute("create table kept as select 'confirmed' as word");

        // When
        postgres = Postgres.startIn(home);

        // Then
        assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
        assertThat(forgotten.isValid(1)).isFalse();
        try (Connection connection = postgres.database().connect()) {
            assertThat(connection.createStatement().execute("select from kept")).isTrue();
        }
    }

    @Test
    void leavesAloneAStrangerWhoHasTheNumberOfADeadOne() throws IOException {
        // Given
        postgres.stop();
        Path note = Postmaster.file(home.resolve("postgres/data"));
        Files.writeString(note, ProcessHandle.current().pid() + "\n" + home.resolve("postgres/data") + "\n0\n1\n\n");

        // When
        postgres = Postgres.startIn(home);

        // Then
        assertThat(postmaster().pid()).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void refusesADatabaseOfAnotherMajorVersionInASentence() throws IOException {
        // Given
        postgres.stop();
        Path version = home.resolve("postgres/data/PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "16\n");

        // When
        var refusal = catchThrowable(() -> Postgres.startIn(home));
        Files.writeString(version, ours);

        // Then
        assertThat(refusal).isInstanceOf(Unable.class).hasMessageContaining("was made by PostgreSQL 16");
    }

    private ProcessHandle postmaster() {
        return Postmaster.in(home.resolve("postgres/data")).orElseThrow();
    }
}
