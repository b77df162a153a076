package io.firth.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.firth.Desk;
import io.firth.conversation.Attachment;
import io.firth.conversation.Ids;
import io.firth.home.Files;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FilesTest {

    private static final byte[] BYTES = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    @Inject
    Files files;

    private SignedIn anna;

    @BeforeEach
    void signIn() {
        anna = SignedIn.as(Role.AGENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/pdf", "image/png", "text/plain; charset=x"})
    void anAttachmentIsSavedAndNothingElse(String mediaType) {
        // Given
        var conversation = with(mediaType, "an \"odd\"; näme\r\n.html");

        // When
        var answer = attachment(conversation, 1, "");

        // Then
        isHarmless(answer.statusCode(200))
                .header("Content-Type", equalTo("application/octet-stream"))
                .header(
                        "Content-Disposition",
                        startsWith("attachment; filename*=UTF-8''an%20%22odd%22%3B%20n%C3%A4me"));
        assertThat(answer.extract().asByteArray()).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void aPlainImageMayBeShownInItsPlace(String mediaType) throws Exception {
        // Given
        var url = "/api/conversations/%s/interactions/1/attachments/1?inline".formatted(with(mediaType, "photo"));

        // When, as a browser asks: a parameter without a value
        var shown = plain(url).headers();

        // Then
        assertThat(shown.firstValue("Content-Type")).hasValue(mediaType);
        assertThat(shown.firstValue("Content-Disposition").orElse("")).startsWith("inline");
        assertThat(shown.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(shown.allValues("Content-Security-Policy")).contains("default-src 'none'; sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "text/html", "application/xhtml+xml", "text/xml", "application/pdf"})
    void whatCouldActIsNotShown(String mediaType) {
        isHarmless(attachment(with(mediaType, "photo.svg"), 1, "?inline=1").statusCode(200))
                .header("Content-Type", equalTo("application/octet-stream"))
                .header("Content-Disposition", startsWith("attachment"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        // Given
        var conversation = with("image/png", "photo");

        // Then
        attachment(conversation, 0, "").statusCode(404);
        attachment(conversation, 2, "").statusCode(404);
        attachment(conversation, -1, "").statusCode(404);
        anna.request()
                .get("/api/conversations/{id}/interactions/7/attachments/1", conversation)
                .then()
                .statusCode(404);
        anna.request()
                .get("/api/conversations/{id}/interactions/x/attachments/1", conversation)
                .then()
                .statusCode(404);
        anna.request()
                .get("/api/conversations/{id}/interactions/0/raw", conversation)
                .then()
                .statusCode(404);
    }

    @Test
    void aThreadNamesItsFiles() {
        // Given
        var conversation = with("image/png", "photo.png");

        // Then
        anna.request()
                .get("/api/conversations/{id}", conversation)
                .then()
                .body("interactions[0].attachments[0].name", equalTo("photo.png"))
                .body("interactions[0].attachments[0].size", equalTo(BYTES.length))
                .body(
                        "interactions[0].attachments[0].url",
                        equalTo("/api/conversations/" + conversation + "/interactions/1/attachments/1"));
    }

    @Test
    void whatCameInIsSavedAsItCame() {
        // Given
        var conversation = Desk.opened("Hello");

        // When
        var raw = anna.request()
                .get("/api/conversations/{id}/interactions/1/raw", conversation)
                .then();

        // Then
        isHarmless(raw.statusCode(200))
                .header("Content-Disposition", startsWith("attachment; filename*=UTF-8''message-1.eml"))
                .body(equalTo("Hello"));
    }

    @Test
    void whatWeWroteHasNoRawForm() {
        // Given
        var conversation = Desk.opened("Hello");
        anna.request()
                .header("Idempotency-Key", Ids.next())
                .body("{\"kind\":\"note\",\"text\":\"A note\"}")
                .post("/api/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201);

        // Then
        anna.request()
                .get("/api/conversations/{id}/interactions/2/raw", conversation)
                .then()
                .statusCode(404);
    }

    private UUID with(String mediaType, String name) {
        var stored = files.store(BYTES);
        return Desk.openedWith(new Attachment(name, mediaType, stored.size(), stored.sha256(), null));
    }

    private ValidatableResponse attachment(UUID conversation, int n, String query) {
        return anna.request()
                .get("/api/conversations/{id}/interactions/1/attachments/{n}" + query, conversation, n)
                .then();
    }

    private HttpResponse<byte[]> plain(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + url))
                .header("Cookie", "firth_session=" + anna.cookie())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static ValidatableResponse isHarmless(ValidatableResponse answer) {
        var policies = answer.extract().headers().getValues("Content-Security-Policy");
        assertThat(policies).anyMatch(policy -> policy.contains("sandbox") && policy.contains("default-src 'none'"));
        return answer.header("X-Content-Type-Options", "nosniff").header("Cache-Control", containsString("no-store"));
    }
}
