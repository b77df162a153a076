package io.firth.channel.email.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** Somebody's mail program, in a few lines of its own: it knows nothing of the product. */
final class SmtpLine implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    SmtpLine(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        answer();
        say("EHLO customer.test");
    }

    /** @param mail with whatever line ends */
    void deliver(String from, String to, String mail) throws IOException {
        say("MAIL FROM:<" + from + ">");
        say("RCPT TO:<" + to + ">");
        say("DATA");
        say(mail.replaceAll("\r?\n", "\r\n").replaceAll("(?m)^\\.", "..") + "\r\n.");
    }

    private void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        answer();
    }

    private void answer() throws IOException {
        var line = answers.readLine();
        while (line != null && line.startsWith("-", 3)) {
            line = answers.readLine();
        }
        if (line == null || line.startsWith("4") || line.startsWith("5")) {
            throw new IOException(line);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
