package io.firth.inbox.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.firth.conversation.Refused;
import io.firth.home.Files;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UploadsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    private static final int LARGEST = 25 * 1024 * 1024;

    @Inject
    Uploads uploads;

    @Inject
    Spool spool;

    @Inject
    Files files;

    private SignedIn anna;

    @BeforeEach
    void signIn() {
        anna = SignedIn.as(Role.AGENT);
    }

    @Test
    void aFileIsTakenAsItIs() throws Exception {
        // When
        var upload = upload("../ph\"oto.png", "image/png", PNG).statusCode(201);

        // Then
        upload.body("name", equalTo("photo.png"))
                .body("media_type", equalTo("image/png"))
                .body("size", equalTo(PNG.length));
        assertThat(spool.path(id(upload))).hasBinaryContent(PNG);
    }

    @Test
    void anImageIsOneOnlyByItsBytes() {
        upload("page.png", "image/png", "<script>".getBytes())
                .statusCode(201)
                .body("media_type", equalTo("application/octet-stream"));
        upload("page", "text/html", PNG).statusCode(201).body("media_type", equalTo("image/png"));
        upload("list.csv", "text/csv; charset=utf-8", "a,b".getBytes())
                .statusCode(201)
                .body("media_type", equalTo("text/csv"));
    }

    @Test
    void moreThanOtherRequestsMayCarryIsTakenUpToItsOwnLimit() throws Exception {
        upload("large.bin", "application/octet-stream", new byte[LARGEST])
                .statusCode(201)
                .body("size", equalTo(LARGEST));
        assertThat(sent("/api/uploads?name=large.bin", LARGEST + 1, true)).isEqualTo(413);
        assertThat(sent("/api/uploads?name=large.bin", LARGEST + 1, false)).isEqualTo(413);
        assertThat(sent("/api/macros", 3 * 1024 * 1024, true)).isEqualTo(413);
        assertThat(sent("/api/macros", 3 * 1024 * 1024, false)).isBetween(400, 413);
    }

    @Test
    void aFileNeedsAName() {
        upload("", "text/plain", PNG).statusCode(400);
        upload("..", "text/plain", PNG).statusCode(400);
    }

    @Test
    void onlyItsOwnAgentTakesItAlong() {
        // Given
        var id = id(upload("photo.png", "image/png", PNG));
        var bo = SignedIn.as("Bo", Role.AGENT);

        // When
        var attachment = uploads.attachments(anna.agent(), List.of(id))
                .await()
                .indefinitely()
                .getFirst();

        // Then
        assertThat(files.path(attachment.sha256())).hasBinaryContent(PNG);
        assertThat(attachment.name()).isEqualTo("photo.png");
        assertThatThrownBy(() ->
                        uploads.attachments(bo.agent(), List.of(id)).await().indefinitely())
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatNoDraftNamesExpires() throws Exception {
        // Given
        var left = id(upload("left.png", "image/png", PNG));
        var drafted = id(upload("drafted.png", "image/png", PNG));
        var conversation = io.firth.Desk.opened("Hello");
        anna.request()
                .body("{\"kind\":\"reply\",\"text\":\"See\",\"base_seq\":1,\"attachments\":[\"%s\"]}"
                        .formatted(drafted))
                .put("/api/conversations/{id}/draft", conversation)
                .then()
                .statusCode(200)
                .body("attachments[0].name", equalTo("drafted.png"));
        var old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        java.nio.file.Files.setLastModifiedTime(spool.path(left), old);

        // When
        uploads.expire(Instant.now().plus(Duration.ofHours(23))).await().indefinitely();
        var before = spool.path(left).toFile().exists();
        SignedIn.run(
                "update upload set created_at = now() - interval '2 days' where agent = $1",
                io.vertx.mutiny.sqlclient.Tuple.of(anna.agent()));
        uploads.expire(Instant.now()).await().indefinitely();

        // Then
        assertThat(before).isTrue();
        assertThat(spool.path(left)).doesNotExist();
        assertThat(spool.path(drafted)).exists();
        assertThat(uploads.those(anna.agent(), List.of(left, drafted)).await().indefinitely())
                .extracting(Upload::id)
                .containsExactly(drafted);
    }

    private ValidatableResponse upload(String name, String type, byte[] bytes) {
        return RestAssured.given()
                .cookie("firth_session", anna.cookie())
                .contentType(type)
                .body(bytes)
                .post("/api/uploads?name={name}", name)
                .then();
    }

    private int sent(String path, int size, boolean withLength) throws Exception {
        var bytes = " ".repeat(size).getBytes(StandardCharsets.US_ASCII);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Cookie", "firth_session=" + anna.cookie())
                .header("Content-Type", "application/json")
                .POST(
                        withLength
                                ? BodyPublishers.ofByteArray(bytes)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static UUID id(ValidatableResponse upload) {
        return UUID.fromString(upload.extract().path("id"));
    }
}
