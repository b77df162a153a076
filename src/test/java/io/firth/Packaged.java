package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The product as it is shipped, in a process and a home of its own, for tests that look at it from outside. */
public final class Packaged implements AutoCloseable {

    /** Who may sign in, from the first start on. */
    public static final String EMAIL = "admin@acme.test";

    public static final String PASSWORD = "a password for tests, long enough";

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path HOMES = Path.of("target", "packaged");

    static {
        // servers of a test are cut off in the middle of a word when the product is killed; that is no failure of the
        // test
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final Path home;
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> options = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    private Packaged(Path home) {
        this.home = home;
    }

    /** Not started yet; its home is empty, its ports are free ones. */
    public static Packaged in(String name) {
        Path home = HOMES.resolve(name).toAbsolutePath();
        try {
            empty(home);
            Files.createDirectories(home.resolveSibling(""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return at(home);
    }

    /** Not started yet; its home stays as it is. */
    public static Packaged at(Path home) {
        return new Packaged(home)
                .with("FIRTH_HOME", home.toString())
                .with("FIRTH_HTTP_PORT", freePort())
                .with("FIRTH_SMTP_PORT", freePort())
                .with("FIRTH_ADMIN_EMAIL", EMAIL)
                .with("FIRTH_ADMIN_PASSWORD", PASSWORD);
    }

    /** Sets a variable of its environment, for the next start. */
    public Packaged with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** Adds options of its JVM, for the next start; a later one wins. */
    public Packaged java(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Starts it, and waits until it serves. */
    public Packaged start() {
        launch();
        try {
            await().atMost(2, MINUTES)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !process.isAlive() || isServing());
        } catch (ConditionTimeoutException slow) {
            // nobody has it yet who could close it
            kill();
            throw slow;
        }
        assertThat(process.isAlive()).as(this::output).isTrue();
        return this;
    }

    /** Starts it, and waits for nothing. */
    public Process launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx512m"));
        Path archive = JAR.resolveSibling("classes.jsa").toAbsolutePath();
        if (Files.exists(archive)) {
            command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:SharedArchiveFile=" + archive));
        }
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return process;
    }

    /** Asks it to stop, as a supervisor does, and waits until it has. */
    public int stop() {
        process.destroy();
        return waitFor();
    }

    /** Ends it as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        waitFor();
    }

    public Process process() {
        return process;
    }

    public Path home() {
        return home;
    }

    public URI url() {
        return URI.create("http://localhost:" + settings.get("FIRTH_HTTP_PORT"));
    }

    public int smtpPort() {
        return Integer.parseInt(settings.get("FIRTH_SMTP_PORT"));
    }

    /** All that it has said, over all its starts. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException silent) {
            return "";
        }
    }

    /** Whether it says that it is well. */
    public boolean isServing() {
        try {
            return get("/q/health").statusCode() == 200;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }

    public HttpResponse<String> get(String path) {
        try {
            var request = HttpRequest.newBuilder(url().resolve(path))
                    .header("Accept", "text/html, application/json")
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
        http.close();
    }

    private int waitFor() {
        try {
            assertThat(process.waitFor(60, SECONDS)).as("ended in time").isTrue();
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    private static void empty(Path home) throws IOException {
        Files.deleteIfExists(home.resolveSibling(home.getFileName() + ".log"));
        if (Files.isDirectory(home)) {
            try (Stream<Path> inside = Files.walk(home)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
