package io.firth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.firth.channel.email.mailbox.RealMailServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail with a file of 50 MB in the mailbox of a product that has 512 MB of memory. */
class LargeMailIT {

    private static final int LINE = 57;
    private static final int FILE = 50 * 1024 * 1024;

    private final String address = "l" + UUID.randomUUID().toString().substring(0, 8) + "@acme.test";
    private RealMailServers servers;
    private Packaged firth;
    private Administrator administrator;

    @AfterAll
    static void end() {
        RealMailServers.end();
    }

    @BeforeEach
    void start() {
        servers = RealMailServers.started();
        firth = Packaged.in("large-mail").start();
        administrator = new Administrator(firth);
    }

    @AfterEach
    void stop() {
        if (firth != null) {
            firth.close();
        }
    }

    @Test
    void itIsListedAndTheNextTakenInAndIsTakenInItselfOnceTheLimitAllows(@TempDir Path folder) throws IOException {
        // Given
        servers.save(address, "INBOX", large(folder.resolve("large.eml")));
        servers.save(address, "INBOX", head("The next") + "\r\nHello\r\n");

        // When
        administrator.adds("email", mailbox(), Map.of("imap_password", RealMailServers.PASSWORD));

        // Then
        await().atMost(1, MINUTES).untilAsserted(() -> assertThat(subjects()).containsExactly("The next"));
        String id = administrator
                .request()
                .get("/api/quarantine")
                .then()
                .body("size()", equalTo(1))
                .body("[0].reason", containsString("still in the folder INBOX"))
                .extract()
                .path("[0].id");
        administrator
                .request()
                .get("/api/quarantine/" + id + "/raw")
                .then()
                .statusCode(200)
                .body(containsString("Subject: The large one"))
                .body(not(containsString("--b")));
        retried(id, 422);

        // When
        firth.stop();
        firth.with("FIRTH_IMAP_MAX_SIZE", "100M").start();
        var conversation = retried(id, 200);

        // Then
        administrator
                .request()
                .get("/api/conversations/" + conversation)
                .then()
                .body("subject", equalTo("The large one"))
                .body("interactions[0].text", equalTo("See the file"))
                .body("interactions[0].attachments.size", equalTo(List.of(FILE)));
        administrator.request().get("/api/quarantine").then().body("", empty());
        assertThat(subjects()).containsExactlyInAnyOrder("The next", "The large one");
    }

    private String retried(String id, int status) {
        var answer = administrator
                .request()
                .post("/api/quarantine/" + id + "/retry")
                .then()
                .statusCode(status);
        return status == 200
                ? answer.extract().path("conversation")
                : answer.body("type", endsWith("/problems/mail.not_there"))
                        .extract()
                        .path("type");
    }

    private List<String> subjects() {
        return administrator
                .request()
                .get("/api/conversations")
                .then()
                .extract()
                .path("items.subject");
    }

    private Map<String, String> mailbox() {
        return Map.of(
                "address",
                address,
                "imap_host",
                "localhost",
                "imap_port",
                String.valueOf(servers.imap()),
                "imap_security",
                "starttls",
                "authorities",
                servers.authority().certificate());
    }

    private String head(String subject) {
        return "From: ada@customer.test\r\nTo: %s\r\nSubject: %s\r\nMessage-ID: <%s@customer.test>\r\n"
                .formatted(address, subject, UUID.randomUUID());
    }

    /** Line by line, so that it is whole nowhere but in the file. */
    private Path large(Path file) throws IOException {
        var random = new Random(50);
        var line = new byte[LINE];
        try (var out = Files.newBufferedWriter(file, US_ASCII)) {
            out.write(head("The large one"));
            out.write(
                    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the file\r\n");
            out.write("--b\r\nContent-Type: application/octet-stream; name=large.bin\r\n");
            out.write("Content-Transfer-Encoding: base64\r\n\r\n");
            for (int left = FILE; left > 0; left -= LINE) {
                random.nextBytes(line);
                var bytes = left < LINE ? Arrays.copyOf(line, left) : line;
                out.write(Base64.getEncoder().encodeToString(bytes) + "\r\n");
            }
            out.write("--b--\r\n");
        }
        return file;
    }
}
