package io.firth.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.bluesky.Archive.Customer;
import io.firth.channel.bluesky.Server.Asked;
import io.firth.channel.bluesky.Server.Said;
import io.firth.channel.bluesky.post.RecordKey;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPostsTest {

    private static final String MENTION = "at://did:plc:bob/app.bsky.feed.post/mention";

    private final List<Map<String, Object>> records = new ArrayList<>();
    private Server server;
    private Room room;
    private OwnPosts own;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new Server().on("com.atproto.repo.listRecords", this::list);
        room = new Room(server, folder);
        room.known.put(MENTION, new Customer("did:plc:bob", "Bob"));
        own = new OwnPosts(room.line);
        post(Duration.ofMinutes(-1), MENTION, null);
        own.read();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anAnswerToAKnownPostIsAnEchoToItsCustomer() {
        // When
        var uri = post(Duration.ofSeconds(5), MENTION, null);
        readUntilShown();

        // Then
        var echo = (Arrival) room.taken.getFirst();
        assertThat(room.taken).hasSize(1);
        assertThat(echo.externalId()).isEqualTo(uri);
        assertThat(echo.origin()).isEqualTo(Origin.ECHO);
        assertThat(echo.to().getFirst().value()).isEqualTo("did:plc:bob");
    }

    @Test
    void whatFirthWroteAndWhatAnswersNobodyWeKnowIsPassedOver() {
        // When
        post(Duration.ofSeconds(5), MENTION, "0193a0c4-2222-7abc-8def-000000000042");
        post(Duration.ofSeconds(6), "at://did:plc:eve/app.bsky.feed.post/unknown", null);
        post(Duration.ofSeconds(7), null, null);
        readUntilShown();

        // Then
        assertThat(room.taken).isEmpty();
    }

    @Test
    void manyPagesAreReadAndEachOnce() {
        // When
        for (int i = 0; i < 120; i++) {
            post(Duration.ofSeconds(5 + i), MENTION, null);
        }
        server.on("app.bsky.feed.getPosts", asked -> Said.ok(Map.of("posts", List.of(view(asked.one("uris"))))));
        own.read();
        own.read();
        new OwnPosts(room.line).read();

        // Then
        assertThat(room.arrived()).hasSize(120).doesNotHaveDuplicates();
    }

    /** A post that the network does not show is waited for, not for ever. */
    private void readUntilShown() {
        for (int i = 0; i < 4; i++) {
            assertThat(room.taken).isEmpty();
            own.read();
        }
    }

    private String post(Duration later, String answers, String delivery) {
        var at = Instant.now().plus(later);
        var uri = "at://%s/app.bsky.feed.post/%s".formatted(Server.DID, RecordKey.at(at));
        var value = new HashMap<String, Object>(Map.of("text", "Hello", "createdAt", at.toString()));
        if (answers != null) {
            var ref = Map.of("uri", answers, "cid", "one");
            value.put("reply", Map.of("root", ref, "parent", ref));
        }
        if (delivery != null) {
            value.put("firthDelivery", delivery);
        }
        records.addFirst(Map.of("uri", uri, "cid", "one", "value", value));
        return uri;
    }

    private Object view(String uri) {
        var record = records.stream()
                .filter(each -> each.get("uri").equals(uri))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "uri",
                uri,
                "cid",
                "one",
                "author",
                Map.of("did", Server.DID, "handle", "acme.test"),
                "record",
                record.get("value"));
    }

    private Said list(Asked asked) {
        int from = asked.one("cursor").isEmpty() ? 0 : Integer.parseInt(asked.one("cursor"));
        int to = Math.min(records.size(), from + Integer.parseInt(asked.one("limit")));
        return Said.ok(Map.of("records", records.subList(from, to), "cursor", to < records.size() ? "" + to : ""));
    }
}
