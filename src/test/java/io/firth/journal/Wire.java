package io.firth.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to PostgreSQL that can be cut exactly at a commit: before the server hears it, or after, before its answer is heard. */
final class Wire implements AutoCloseable {

    enum Cut {
        BEFORE_THE_SERVER_HEARS_IT,
        BEFORE_ITS_ANSWER_IS_HEARD
    }

    private static final String COMMIT = "COMMIT";

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Cut cut;
    private final int every;

    /** @param every how many commits pass for one that is cut */
    Wire(String host, int port, Cut cut, int every) throws IOException {
        this.host = host;
        this.port = port;
        this.cut = cut;
        this.every = every;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            var server = new Socket(host, port);
            sockets.add(client);
            sockets.add(server);
            var line = new Line(client, server);
            start(line::ask);
            start(line::answer);
        }
    }

    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean deaf;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void ask() throws IOException {
            var buffer = new byte[64 * 1024];
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            try (client;
                    server) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    var isCut = isCommit(buffer, n) && commits.incrementAndGet() % every == 0;
                    if (isCut && cut == Cut.BEFORE_THE_SERVER_HEARS_IT) {
                        cuts.incrementAndGet();
                        return;
                    }
                    deaf |= isCut;
                    out.write(buffer, 0, n);
                }
            }
        }

        void answer() throws IOException {
            var buffer = new byte[64 * 1024];
            try (client;
                    server) {
                for (int n = server.getInputStream().read(buffer);
                        n >= 0;
                        n = server.getInputStream().read(buffer)) {
                    if (deaf) {
                        cuts.incrementAndGet();
                        return;
                    }
                    client.getOutputStream().write(buffer, 0, n);
                }
            }
        }
    }

    /** A commit is a message of its own: the client waits for the answer before it says anything else. */
    private static boolean isCommit(byte[] buffer, int n) {
        return n < 64 && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(COMMIT);
    }

    private interface Talk {
        void run() throws IOException;
    }

    private static void start(Talk talk) {
        Thread.ofVirtual().start(() -> {
            try {
                talk.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            } catch (UncheckedIOException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
