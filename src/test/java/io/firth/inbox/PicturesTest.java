package io.firth.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.http.html.SafeHtml;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a server on 127.0.0.1, which the tests' settings name as one that may be reached. */
@QuarkusTest
class PicturesTest {

    private static final Buffer PNG = Buffer.buffer("\u0089PNG\r\n\u001A\n and the rest".getBytes(ISO_8859_1));

    @Inject
    Vertx vertx;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private SignedIn anna;

    @BeforeEach
    void listen() throws Exception {
        anna = SignedIn.as(Role.AGENT);
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.path());
        assertThat(request.headers().names()).doesNotContain("Cookie", "Referer", "X-Forwarded-For");
        var response = request.response();
        switch (request.path()) {
            case "/a.png", "/a%20b.png" ->
                response.putHeader("Content-Type", "text/html").end(PNG);
            case "/moved" ->
                response.setStatusCode(302).putHeader("Location", "a.png").end();
            case "/inside" ->
                response.setStatusCode(302)
                        .putHeader("Location", "http://127.1.1.1/")
                        .end();
            case "/round" ->
                response.setStatusCode(302).putHeader("Location", "/round").end();
            case "/a.svg" ->
                response.putHeader("Content-Type", "image/svg+xml").end("<svg xmlns='http://www.w3.org/2000/svg'/>");
            case "/page" -> response.putHeader("Content-Type", "image/png").end("<script>alert(1)</script>");
            case "/large" -> response.end(Buffer.buffer(PNG.getBytes()).appendBytes(new byte[6 * 1024 * 1024]));
            default -> response.setStatusCode(404).end(PNG);
        }
    }

    @Test
    void aPictureIsFetchedByTheServerAndKnownByItsBytes() {
        // Given
        var conversation = with("/a.png");

        // When
        var shown = fetch(conversation, address("/a.png"));

        // Then
        shown.statusCode(200)
                .header("Content-Type", "image/png")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .header("X-Content-Type-Options", "nosniff");
        assertThat(shown.extract().asByteArray()).isEqualTo(PNG.getBytes());
        assertThat(shown.extract().headers().getValues("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox");
    }

    @Test
    void anAddressThatPeopleWroteIsRead() {
        // as the sanitiser leaves it
        fetch(with("/a b.png"), address("/a%20b.png")).statusCode(200);
    }

    @Test
    void aPictureThatMovedIsFollowed() {
        fetch(with("/moved"), address("/moved")).statusCode(200);
        assertThat(asked).containsExactly("/moved", "/a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.svg", "/page", "/large", "/missing", "/round"})
    void whatIsNoPlainImageIsNotHandedOn(String path) {
        fetch(with(path), address(path))
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/picture.unavailable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://10.0.0.1/a.png", "https://169.254.169.254/latest/", "https://[::1]/", "ftp://127.0.0.1/"
            })
    void whatIsInsideIsNotAskedFor(String source) {
        fetch(withSource(source), source).statusCode(source.startsWith("ftp") ? 404 : 502);
    }

    @Test
    void aRedirectIsLookedAtLikeAnAddress() {
        // Given: 127.1.1.1 may be reached too, but nobody listens there
        fetch(with("/inside"), address("/inside")).statusCode(502);

        // Then
        assertThat(asked).containsExactly("/inside");
    }

    @Test
    void onlyWhatTheMessageNamesIsFetched() {
        // Given
        var conversation = with("/a.png");

        // Then
        fetch(conversation, address("/other.png")).statusCode(404);
        fetch(conversation, "https://example.org/").statusCode(404);
        fetch(Desk.opened("no HTML at all"), address("/a.png")).statusCode(404);
        anna.request()
                .get("/api/conversations/{id}/interactions/1/images", conversation)
                .then()
                .statusCode(404);
        assertThat(asked).isEmpty();
    }

    @Test
    void whoMayNotSeeTheMessageGetsNoPicture() {
        // Given
        var conversation = with("/a.png");
        var restricted = SignedIn.team("Secret", true);
        Desk.does(anna.agent(), conversation, new Command.AssignTeam(restricted));
        anna = SignedIn.as("Bo", Role.AGENT);

        // Then
        fetch(conversation, address("/a.png")).statusCode(404).body("type", endsWith("/problems/not-found"));
        assertThat(asked).isEmpty();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
    }

    private UUID with(String path) {
        return withSource(address(path));
    }

    private static UUID withSource(String source) {
        var html = SafeHtml.clean("<p>Look</p><img alt=\"x\" src=\"" + source + "\">");
        return Desk.opened(new Content("Look", "", html, List.of()));
    }

    private ValidatableResponse fetch(UUID conversation, String source) {
        return anna.request()
                .queryParam("src", source)
                .get("/api/conversations/{id}/interactions/1/images", conversation)
                .then();
    }
}
