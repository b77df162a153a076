package io.firth.home;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResidenceTest {

    private static Path home;
    private static Residence residence;

    @BeforeAll
    static void moveIn() throws IOException {
        home = Homes.none("residence");
        residence = Residence.enter(home, Optional.empty());
    }

    @BeforeEach
    void comeBack() {
        if (residence == null) {
            residence = Residence.enter(home, Optional.empty());
        }
    }

    @AfterAll
    static void moveOut() {
        residence.close();
    }

    @Test
    void runsADatabaseThatKeepsWhatItConfirms() throws SQLException {
        // When
        List<String> settings =
                List.of(show("fsync"), show("synchronous_commit"), show("full_page_writes"), show("server_encoding"));

        // Then
        assertThat(settings).containsExactly("on", "on", "on", "UTF8");
    }

    @Test
    void opensTheDatabaseToNobodyElse() throws SQLException, IOException {
        // Given
        Database ours = residence.database();

        // When
        Database guessing = new Database(ours.place(), ours.user(), "");
        Database guessingMore = new Database(ours.place(), Roles.OWNER, "postgres");

        // Then
        assertThatThrownBy(guessing::connect).isInstanceOf(SQLException.class);
        assertThatThrownBy(guessingMore::connect).hasMessageContaining("password authentication failed");
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(PosixFilePermissions.toString(
                        java.nio.file.Files.getPosixFilePermissions(home.resolve("postgres/password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void givesTheProductARoleThatIsNoSuperuser() throws SQLException {
        // When
        String superuser = show("is_superuser");

        // Then
        assertThat(superuser).isEqualTo("off");
    }

    @Test
    void turnsASecondOneAwayInASentence() {
        // When // Then
        assertThatThrownBy(() -> Residence.enter(home, Optional.empty()))
                .isInstanceOf(Unable.class)
                .hasMessageContaining(
                        "Another Firth (process " + ProcessHandle.current().pid() + ")")
                .hasMessageContaining(home.toString());
    }

    @Test
    void startsTheDatabaseAgainWhenItDies() throws SQLException {
        // Given
        execute("create table if not exists kept (word text)");
        execute("insert into kept values ('confirmed')");

        // When
        postmaster().destroyForcibly();

        // Then
        await().atMost(20, SECONDS).ignoreExceptions().untilAsserted(() -> assertThat(ask("select word from kept"))
                .isEqualTo("confirmed"));
    }

    @Test
    void leavesNoProcessBehindAndTheDatabaseForTheNextTime() throws SQLException {
        // Given
        execute("create table if not exists next_time (word text)");
        execute("insert into next_time values ('still here')");
        List<ProcessHandle> processes =
                new ArrayList<>(postmaster().descendants().toList());
        processes.add(postmaster());

        // When
        residence.close();
        residence = null;

        // Then
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
        comeBack();
        assertThat(ask("select word from next_time")).isEqualTo("still here");
    }

    private static ProcessHandle postmaster() {
        return Postmaster.in(home.resolve("postgres/data")).orElseThrow();
    }

    private static String show(String setting) throws SQLException {
        return ask("show " + setting);
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = residence.database().connect();
                ResultSet answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = residence.database().connect()) {
            connection.createStatement().execute(sql);
        }
    }
}
