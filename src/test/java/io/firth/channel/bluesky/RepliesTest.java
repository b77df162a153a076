package io.firth.channel.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.Outbound;
import io.firth.channel.Undeliverable;
import io.firth.channel.bluesky.Server.Asked;
import io.firth.channel.bluesky.Server.Said;
import io.firth.channel.bluesky.xrpc.Refusal;
import io.firth.channel.bluesky.xrpc.Unreachable;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound.Removal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

    private static final UUID DELIVERY = UUID.fromString("0193a0c4-2222-7abc-8def-000000000042");
    private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");
    private static final String MENTION = Recorded.json("record").path("uri").asText();
    private static final String PUT = "com.atproto.repo.putRecord";

    @TempDir
    private Path folder;

    private final Map<String, JsonNode> records = new HashMap<>();
    private Server server;
    private Room room;
    private Replies replies;

    @BeforeEach
    void open() {
        server = new Server()
                .on("com.atproto.repo.getRecord", this::record)
                .on(PUT, this::put)
                .on("com.atproto.identity.resolveHandle", asked -> resolved(asked.one("handle")));
        room = new Room(server, folder);
        replies = new Replies(room.files);
        records.put(MENTION, Recorded.json("record"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aReplyStandsUnderTheCustomersPost() {
        // When
        var delivered = replies.send(reply("Hi @bob.test, see https://acme.example"), room.line);

        // Then
        assertThat(delivered.state()).isEqualTo(DeliveryState.ACCEPTED);
        var post = records.get(delivered.externalId());
        assertThat(post.path("$type").asText()).isEqualTo("app.bsky.feed.post");
        assertThat(post.path("reply").path("parent").path("uri").asText()).isEqualTo(MENTION);
        assertThat(post.path("reply").path("parent").path("cid").asText())
                .isEqualTo(Recorded.json("record").path("cid").asText());
        assertThat(post.path("reply").path("root")).isEqualTo(post.path("reply").path("parent"));
        assertThat(post.path("createdAt").asText()).isEqualTo(AT.toString());
        assertThat(post.path("facets").findValuesAsText("did")).containsExactly("did:plc:bob");
        assertThat(post.path("facets").findValuesAsText("uri")).containsExactly("https://acme.example");
        assertThat(post.has("embed")).isFalse();
    }

    @Test
    void theSameDeliveryIsTheSameRecordAndIsWrittenOnce() {
        // When
        var first = replies.send(reply("Once"), room.line);
        var second = replies.send(reply("Once"), room.line);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(server.heard(PUT)).isOne();
        assertThat(records).hasSize(2);
    }

    @Test
    void anAnswerThatNeverCameLosesNothingAndDoublesNothing() {
        // Given: the server writes and does not answer
        var over = new CountDownLatch(1);
        server.on(PUT, asked -> {
            put(asked);
            return waiting(over);
        });

        // When
        var hurried = new Room(server, folder, Duration.ofSeconds(3));
        assertThatThrownBy(() -> replies.send(reply("Once"), hurried.line)).isInstanceOf(Unreachable.class);
        over.countDown();
        server.on(PUT, this::put);
        replies.send(reply("Once"), room.line);

        // Then
        assertThat(server.heard(PUT)).isOne();
        assertThat(records).hasSize(2);
    }

    @Test
    void aDeletedPostIsMarkedAndNotAnswered() {
        // Given
        records.clear();

        // Then
        assertThatThrownBy(() -> replies.send(reply("Hello?"), room.line))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("The post that this answers was deleted by its author.");
        assertThat(room.taken).singleElement().isInstanceOf(Removal.class);
        assertThat(server.heard(PUT)).isZero();
    }

    @Test
    void whatTheServerRefusesForGoodIsUndeliverableInItsWords() {
        // Given
        server.on(PUT, asked -> Recorded.refusal("too-long"));

        // Then
        assertThatThrownBy(() -> replies.send(reply("x"), room.line))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("grapheme too big (maximum 300, got 301)");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, 503})
    void whatMayPassIsTriedAgain(int status) {
        // Given
        server.on(PUT, asked -> Said.no(status, "Whatever", "Not now"));

        // Then
        assertThatThrownBy(() -> replies.send(reply("x"), room.line)).isInstanceOf(Refusal.class);
    }

    @Test
    void aServerSaysWhenToComeAgain() {
        // Given
        var reset = Instant.now().plusSeconds(90).getEpochSecond();
        server.on(
                PUT, asked -> Said.no(429, "RateLimitExceeded", "Slow").with("ratelimit-reset", String.valueOf(reset)));

        // Then
        assertThatThrownBy(() -> replies.send(reply("x"), room.line))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.notBefore())
                        .isEqualTo(Instant.ofEpochSecond(reset)));
    }

    @Test
    void whatIsTooLongIsNotSent() {
        assertThatThrownBy(() -> replies.send(reply("🇪🇪".repeat(301)), room.line))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("at most 300 characters; this one has 301");
        assertThatThrownBy(() -> replies.send(reply("👨‍👩‍👧‍👦".repeat(150)), room.line))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("bytes");
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void upToFourPicturesGoWithIt() {
        // Given
        server.on(
                "com.atproto.repo.uploadBlob",
                asked -> Said.ok(Map.of("blob", Map.of("$type", "blob", "size", asked.body().length))));

        // When
        var delivered = replies.send(with(picture("a_red-box.png", Png.red(30))), room.line);

        // Then
        var embed = records.get(delivered.externalId()).path("embed");
        assertThat(embed.path("$type").asText()).isEqualTo("app.bsky.embed.images");
        assertThat(embed.path("images").path(0).path("alt").asText()).isEqualTo("a red box");
        assertThat(embed.path("images").path(0).path("image").path("size").asInt())
                .isEqualTo(Png.red(30).length);
        var five = IntStream.range(0, 5)
                .mapToObj(i -> picture(i + ".png", Png.red(9)))
                .toArray(Attachment[]::new);
        assertThatThrownBy(() -> replies.send(with(five), room.line)).hasMessage("A post has at most 4 pictures.");
    }

    @Test
    void onlyPicturesGo() {
        // Given
        var bill = new Attachment(
                "bill.pdf",
                "application/pdf",
                9,
                room.files.store("%PDF".getBytes(UTF_8)).sha256(),
                null);
        var large = new Attachment("large.png", "image/png", 1_000_001, "0".repeat(64), null);

        // Then
        assertThatThrownBy(() -> replies.send(with(bill), room.line))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("Bluesky takes pictures only, and bill.pdf is none.");
        assertThatThrownBy(() -> replies.send(with(large), room.line))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("A picture has at most 1 MB; large.png is larger.");
    }

    private static Outbound reply(String text) {
        return outbound(Content.of(text));
    }

    private static Outbound with(Attachment... pictures) {
        return outbound(new Content("See", "", null, List.of(pictures)));
    }

    private static Outbound outbound(Content content) {
        var bob = new Address("did", "did:plc:bob", "Bob");
        return new Outbound(
                DELIVERY,
                Room.ACCOUNT,
                UUID.randomUUID(),
                2,
                AT,
                "Anna",
                "Wo ist",
                List.of(bob),
                List.of(),
                List.of(),
                content,
                List.of(
                        "at://did:plc:bob/app.bsky.feed.post/older",
                        MENTION,
                        "at://did:plc:eve/app.bsky.feed.post/other"));
    }

    private Attachment picture(String name, byte[] bytes) {
        var stored = room.files.store(bytes);
        return new Attachment(name, "image/png", stored.size(), stored.sha256(), null);
    }

    private static Said resolved(String handle) {
        return handle.equals("bob.test")
                ? Said.ok(Map.of("did", "did:plc:bob"))
                : Said.no(400, "InvalidRequest", "Unable to resolve handle");
    }

    private Said record(Asked asked) {
        var uri = "at://%s/%s/%s".formatted(asked.one("repo"), asked.one("collection"), asked.one("rkey"));
        var found = records.get(uri);
        if (found == null) {
            return Recorded.refusal("record-gone");
        }
        return Said.ok(found.has("value") ? found : Map.of("uri", uri, "cid", "ours", "value", found));
    }

    private Said put(Asked asked) {
        var body = asked.json();
        var uri = "at://%s/%s/%s"
                .formatted(
                        body.path("repo").asText(),
                        body.path("collection").asText(),
                        body.path("rkey").asText());
        records.put(uri, body.path("record"));
        return Said.ok(Map.of("uri", uri, "cid", "ours"));
    }

    private static Said waiting(CountDownLatch over) {
        try {
            over.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return Said.ok("{}");
    }
}
