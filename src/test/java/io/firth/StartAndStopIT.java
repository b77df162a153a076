package io.firth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartAndStopIT {

    private static Packaged firth;

    @BeforeAll
    static void build() {
        firth = Packaged.in("start-and-stop");
    }

    @BeforeEach
    void start() {
        if (firth.process() == null || !firth.process().isAlive()) {
            firth.start();
        }
    }

    @AfterAll
    static void stop() {
        firth.close();
    }

    @Test
    void saysWhereItIsWhenItIsReady() {
        // When
        int health = firth.get("/q/health").statusCode();

        // Then
        assertThat(health).isEqualTo(200);
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(firth.output())
                .contains("Firth is at " + firth.url() + ", receives mail at port " + firth.smtpPort()));
    }

    @Test
    void servesThePageAtEveryAddressOfOne() {
        // When
        var front = firth.get("/");
        var setUp = firth.get("/setup?token=of-the-printed-link");
        var api = firth.get("/api/nothing-here");

        // Then
        assertThat(front.body()).contains("<title>Firth</title>");
        assertThat(setUp.body()).isEqualTo(front.body());
        assertThat(api.statusCode()).isIn(401, 404);
    }

    @Test
    void keepsItsPasswordToItself() throws IOException {
        // Given
        String password =
                Files.readString(firth.home().resolve("postgres/password")).strip();

        // When
        List<String> commandLines = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .toList();

        // Then
        assertThat(commandLines).noneMatch(line -> line.contains(password));
        assertThat(firth.output()).doesNotContain(password);
        assertThat(Files.readString(firth.home().resolve("postgres/log"))).doesNotContain(password);
    }

    @Test
    void stopsItsDatabaseLastWhenAskedToStop() throws IOException {
        // Given
        ProcessHandle database = database();

        // When
        firth.stop();

        // Then
        await().atMost(20, SECONDS).until(() -> !database.isAlive());
        assertThat(firth.home().resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(firth.home().resolve("postgres/log"))).contains("database system is shut down");
    }

    @Test
    void carriesOnAfterItWasKilled() throws IOException {
        // Given
        ProcessHandle orphan = database();
        firth.kill();

        // When
        firth.start();

        // Then
        assertThat(database().pid()).isNotEqualTo(orphan.pid());
        assertThat(firth.output()).contains("Ending the PostgreSQL that an earlier Firth left behind");
    }

    @Test
    void turnsASecondOneAwayInASentence() throws InterruptedException {
        // Given
        Packaged second = Packaged.in("second").with("FIRTH_HOME", firth.home().toString());

        // When
        Process process = second.launch();

        // Then
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(second.output())
                .startsWith("Firth cannot start. Another Firth (process "
                        + firth.process().pid())
                .hasLineCount(1);
        assertThat(firth.isServing()).isTrue();
    }

    @Test
    void saysWhichSettingHelpsWhenAPortIsTaken() throws InterruptedException {
        // Given
        Packaged second = Packaged.in("neighbour")
                .with("FIRTH_HTTP_PORT", String.valueOf(firth.url().getPort()));

        // When
        Process process = second.launch();

        // Then
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(second.output())
                .contains("Firth cannot start. Another process uses")
                .contains("FIRTH_HTTP_PORT");
    }

    private static ProcessHandle database() throws IOException {
        String pid = Files.readAllLines(firth.home().resolve("postgres/data/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
