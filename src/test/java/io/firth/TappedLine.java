package io.firth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A line to a server of a protocol of lines. It can be stopped at a word of the client, so that a kill meets that moment. */
final class TappedLine implements AutoCloseable {

    /** What is lost at the word: the word itself, its answer, or nothing. */
    enum Lost {
        WORD,
        ANSWER,
        NOTHING
    }

    private record Trap(Predicate<String> word, Lost lost, CompletableFuture<Void> sprung) {}

    private final ServerSocket door;
    private final int server;
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();

    /** @param server its port on this machine */
    TappedLine(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Stops the first line on which the client says such a word from now on. @return completes when it has */
    CompletableFuture<Void> stopAt(Lost lost, Predicate<String> word) {
        var set = new Trap(word, lost, new CompletableFuture<>());
        trap.set(set);
        return set.sprung();
    }

    static void await(CompletableFuture<Void> stopped) {
        try {
            stopped.get(60, SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        } catch (ExecutionException | TimeoutException never) {
            throw new AssertionError("That was never said on the line.", never);
        }
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        var deaf = new AtomicBoolean();
        try (client;
                var line = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var in = line.getInputStream();
            var out = client.getOutputStream();
            Thread.ofVirtual().start(() -> answers(in, out, client, deaf));
            words(client, line.getOutputStream(), deaf);
        } catch (IOException cut) {
            deaf.set(true);
        }
    }

    private void words(Socket client, OutputStream out, AtomicBoolean deaf) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        var lost = false;
        for (var word = in.readLine(); word != null; word = in.readLine()) {
            var sprung = spring(word);
            if (sprung != null) {
                lost = sprung.lost() == Lost.WORD;
                deaf.set(sprung.lost() == Lost.ANSWER);
            }
            if (!lost) {
                out.write((word + "\r\n").getBytes(ISO_8859_1));
                out.flush();
            }
            if (sprung != null) {
                sprung.sprung().complete(null);
            }
        }
    }

    private @Nullable Trap spring(String word) {
        var set = trap.get();
        return set != null && set.word().test(word) && trap.compareAndSet(set, null) ? set : null;
    }

    private static void answers(InputStream in, OutputStream out, Socket client, AtomicBoolean deaf) {
        var buffer = new byte[8192];
        try (client) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!deaf.get()) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException cut) {
            deaf.set(true);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
