package io.firth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A foreign mail server with a queue: a mail is done when it got its 250, and is tried again as long as it did not. It
 * knows nothing of the product but the protocol.
 */
final class MailServer implements AutoCloseable {

    /** What is written in each mail, and in no other. */
    static final Pattern MARK = Pattern.compile("mark-\\d+-end");

    private static final int CONNECTIONS = 4;
    private static final int CUSTOMERS = 150;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final int port;
    private final int size;
    private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<Integer, Integer> lastOfCustomer = new ConcurrentHashMap<>();
    private final ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);

    MailServer(int port, int size) {
        this.port = port;
        this.size = size;
        IntStream.range(0, size).forEach(waiting::add);
    }

    void start() {
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.execute(this::deliverAll);
        }
    }

    int delivered() {
        return delivered.get();
    }

    int attempts() {
        return attempts.get();
    }

    /** The answers that forbid trying again. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    List<String> marks() {
        return IntStream.range(0, size).mapToObj(MailServer::mark).toList();
    }

    @Override
    public void close() {
        connections.shutdownNow();
    }

    private void deliverAll() {
        while (delivered.get() < size && !Thread.currentThread().isInterrupted()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
                socket.setSoTimeout(30_000);
                deliverOver(socket);
            } catch (IOException lost) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void deliverOver(Socket socket) throws IOException {
        var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = socket.getOutputStream();
        answer(answers);
        ask(out, answers, "EHLO mail.example.org");
        Integer mail = waiting.poll();
        while (mail != null) {
            deliver(mail, out, answers);
            mail = waiting.poll();
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void deliver(int mail, OutputStream out, BufferedReader answers) throws IOException {
        attempts.incrementAndGet();
        boolean done = false;
        try {
            done = isPositive(ask(out, answers, "MAIL FROM:<" + customer(mail) + ">"))
                    && isPositive(ask(out, answers, "RCPT TO:<support@localhost>"))
                    && ask(out, answers, "DATA").startsWith("354")
                    && isPositive(ask(out, answers, letter(mail) + "\r\n."));
        } finally {
            if (done) {
                lastOfCustomer.put(mail % CUSTOMERS, mail);
                delivered.incrementAndGet();
            } else {
                waiting.add(mail);
            }
        }
        if (!done) {
            throw new IOException("come again later");
        }
    }

    private boolean isPositive(String answer) {
        if (answer.startsWith("5")) {
            refused.add(answer);
        }
        return answer.startsWith("2");
    }

    private static String ask(OutputStream out, BufferedReader answers, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return answer(answers);
    }

    private static String answer(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (line != null && line.startsWith("-", 3)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the line was cut");
        }
        return line;
    }

    /** Two of three answer the customer's last one, so that conversations grow. */
    private String letter(int mail) {
        Integer last = mail % 3 == 0 ? null : lastOfCustomer.get(mail % CUSTOMERS);
        return """
                From: Customer %d <%s>
                To: support@localhost
                Subject: Question %d
                Message-ID: <letter-%d@mail.example.org>
                Date: Mon, 1 Jun 2026 10:00:00 +0000
                %sContent-Type: text/plain; charset=utf-8

                Hello, this is %s of my letters.""".formatted(
                        mail % CUSTOMERS,
                        customer(mail),
                        mail,
                        mail,
                        last == null ? "" : "In-Reply-To: <letter-" + last + "@mail.example.org>\n",
                        mark(mail))
                .replace("\n", "\r\n");
    }

    private static String customer(int mail) {
        return "customer" + mail % CUSTOMERS + "@example.org";
    }

    private static String mark(int mail) {
        return "mark-" + mail + "-end";
    }
}
