package io.firth.channel.email.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay that behaves until one command ({@code END}: the end of the data), and there does what it is told. */
final class ScriptedRelay implements AutoCloseable {

    static final String CUT = "cut the line";

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final String at;
    private final String answer;

    ScriptedRelay(String at, String answer) throws IOException {
        this.at = at;
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "smtp://127.0.0.1:" + port() + "?starttls=off";
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        say(socket, "220 scripted");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (data && !line.equals(".")) {
                continue;
            }
            String command = data ? "END" : line.split(" ")[0];
            if (command.equals(at)) {
                if (answer.equals(CUT)) {
                    return;
                }
                say(socket, answer);
            } else {
                say(socket, command.equals("DATA") ? "354 go" : "250 fine");
            }
            data = command.equals("DATA");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
