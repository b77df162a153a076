package io.firth.channel.email.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** IMAP by hand, for what no library asks. */
final class RawImap implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    RawImap(int port, String user) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        answers.readLine();
        say("LOGIN " + user + " " + RealMailServers.PASSWORD);
    }

    /** @return the untagged lines of the answer */
    List<String> say(String command) throws IOException {
        send("t " + command + "\r\n");
        return untilTagged();
    }

    void append(String folder, String mail) throws IOException {
        send("t APPEND %s {%d}\r\n".formatted(folder, mail.getBytes(ISO_8859_1).length));
        answers.readLine();
        send(mail + "\r\n");
        untilTagged();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private List<String> untilTagged() throws IOException {
        var untagged = new ArrayList<String>();
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("t ")) {
                if (!line.startsWith("t OK")) {
                    throw new IOException(line);
                }
                return untagged;
            }
            untagged.add(line);
        }
        throw new IOException("the line was cut");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
