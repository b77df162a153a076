package io.firth.live;

import io.firth.staff.SignedIn;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A page that follows one list, still speaks, and has stopped to read. */
final class Deaf implements AutoCloseable {

    private final Socket socket = new Socket();

    static Deaf open(SignedIn agent) {
        try {
            return new Deaf(agent);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Deaf(SignedIn agent) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        var upgrade = """
                GET /live HTTP/1.1\r
                Host: localhost:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Cookie: firth_session=%s\r
                \r
                """.formatted(RestAssured.port, agent.cookie());
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(answer.toString());
        }
        say("{\"op\":\"subscribe\",\"stream\":\"feed:all\"}");
    }

    /** A frame of a client is masked (RFC 6455, 5.3); a mask of zeros leaves the text as it is. */
    void say(String text) {
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | text.length());
        frame.writeBytes(new byte[4]);
        frame.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        try {
            socket.getOutputStream().write(frame.toByteArray());
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** Begins to read again, until {@code words} come. */
    void readUntil(String words) throws IOException {
        socket.setSoTimeout(60_000);
        var tail = new StringBuilder();
        var buffer = new byte[8192];
        while (tail.indexOf(words) < 0) {
            var count = socket.getInputStream().read(buffer);
            if (count < 0) {
                throw new IOException("Ended before " + words);
            }
            tail.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            tail.delete(0, Math.max(0, tail.length() - 2 * buffer.length));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
