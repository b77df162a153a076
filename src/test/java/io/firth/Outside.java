package io.firth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firth.channel.bluesky.Acquaintance;
import io.restassured.RestAssured;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The world around a running product: a mail server with our mailbox and Ada's, the network on which Bob mentions us, and a
 * shop's system that signs. A script makes it write, and asks what it got.
 */
final class Outside implements AutoCloseable {

    private static final String SECRET = "a secret between the shop and us";
    private static final String HELP = "help@acme.test";
    private static final String ADA = "ada@customer.test";

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final Acquaintance bob = Acquaintance.join();
    private final HttpServer server;
    private final List<String> callbacks = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private URI hook = URI.create("http://127.0.0.1:9");

    Outside() {
        mail.start();
        mail.setUser(HELP, HELP, "secret");
        mail.setUser(ADA, ADA, "secret");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sets accounts up as an administrator would. */
    void connect(Packaged firth) {
        var session = RestAssured.given()
                .baseUri(firth.url().toString())
                .contentType("application/json")
                .header("Origin", firth.url().toString())
                .body(Map.of("email", Packaged.EMAIL, "password", Packaged.PASSWORD))
                .post("/api/session")
                .then()
                .extract()
                .cookies();
        add(firth, session, "email", mailbox(), Map.of("imap_password", "secret", "smtp_password", "secret"));
        add(
                firth,
                session,
                "bluesky",
                Map.of("service", bob.service(), "handle", bob.ourHandle()),
                Map.of("app_password", bob.ourPassword()));
        var shop = add(firth, session, "webhook", Map.of("url", url() + "/callback"), Map.of("secret", SECRET));
        hook = firth.url().resolve("/hooks/" + shop);
        await().atMost(60, SECONDS).until(() -> quiet(firth, session).isEmpty());
    }

    /** The accounts that read somewhere and have not done so yet. */
    private static List<String> quiet(Packaged firth, Map<String, String> session) {
        return RestAssured.given()
                .baseUri(firth.url().toString())
                .cookies(session)
                .get("/api/channels")
                .then()
                .extract()
                .path("findAll { it.channel in ['bluesky', 'email'] && it.name.startsWith('Acme')"
                        + " && it.health.last_success == null }.name");
    }

    private Map<String, String> mailbox() {
        return Map.of(
                "address",
                HELP,
                "imap_host",
                "127.0.0.1",
                "imap_port",
                String.valueOf(mail.getImap().getPort()),
                "imap_security",
                "none",
                "imap_user",
                HELP,
                "smtp_host",
                "127.0.0.1",
                "smtp_port",
                String.valueOf(mail.getSmtp().getPort()),
                "smtp_security",
                "none");
    }

    private static String add(
            Packaged firth,
            Map<String, String> session,
            String channel,
            Map<String, String> settings,
            Map<String, String> secrets) {
        return RestAssured.given()
                .baseUri(firth.url().toString())
                .contentType("application/json")
                .header("Origin", firth.url().toString())
                .cookies(session)
                .body(Map.of("channel", channel, "name", "Acme " + channel, "settings", settings, "secrets", secrets))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var said =
                switch (exchange.getRequestURI().getPath()) {
                    case "/mail" -> write(body);
                    case "/mention" -> mention(body);
                    case "/hook" -> call(body);
                    case "/callback" -> called(body);
                    case "/seen" -> String.valueOf(seen(exchange.getRequestURI()));
                    default -> throw new IOException("Nobody is at " + exchange.getRequestURI());
                };
        var bytes = said.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String write(String text) {
        GreenMailUtil.sendTextEmail(HELP, ADA, "My parcel", text, mail.getSmtp().getServerSetup());
        return "";
    }

    private String mention(String text) {
        bob.mentionsUs(text);
        return "";
    }

    private String called(String body) {
        callbacks.add(body);
        return "{\"id\": \"" + UUID.randomUUID() + "\"}";
    }

    private String call(String text) throws IOException {
        var body = """
                {"version": 1, "type": "message", "id": "%s", "thread": "order-1043",
                 "author": {"id": "u-1", "name": "Grace Hopper"}, "text": "%s"}""".formatted(UUID.randomUUID(), text);
        var time = Long.toString(Instant.now().getEpochSecond());
        var request = HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json")
                .header("Firth-Timestamp", time)
                .header("Firth-Signature", "v1=" + signature(SECRET, time + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("The hook said " + answer.statusCode() + " " + answer.body());
            }
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private long seen(URI asked) {
        var query = asked.getRawQuery().split("[=&]");
        var text = URLDecoder.decode(query[3], UTF_8);
        return switch (query[1]) {
            case "email" -> mails(text);
            case "webhook" ->
                callbacks.stream().filter(body -> body.contains(text)).count();
            case "bluesky" -> bob.sees(text);
            default -> throw new IllegalArgumentException(query[1]);
        };
    }

    /** What lies in Ada's mailbox. */
    private long mails(String text) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(each -> recipients(each).contains(ADA))
                .filter(each -> words(each).contains(text))
                .count();
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String words(Part part) {
        try {
            if (part.getContent() instanceof Multipart several) {
                var all = new StringBuilder();
                for (int i = 0; i < several.getCount(); i++) {
                    all.append(words(several.getBodyPart(i)));
                }
                return all.toString();
            }
            return part.isMimeType("text/plain") ? String.valueOf(part.getContent()) : "";
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String signature(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        mail.stop();
        client.close();
    }
}
