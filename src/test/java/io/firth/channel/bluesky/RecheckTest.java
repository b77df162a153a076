package io.firth.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.bluesky.Server.Said;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecheckTest {

    private static final String POSTS = "app.bsky.feed.getPosts";
    private static final String RECORD = "com.atproto.repo.getRecord";

    private Server server;
    private Room room;
    private Recheck recheck;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new Server();
        room = new Room(server, folder);
        recheck = new Recheck(room.line);
        server.on(POSTS, asked -> Said.ok(Map.of("posts", recorded(asked.query().get("uris")))));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsStillThereAndTheSameIsLeftAlone() {
        // Given
        recorded(null).forEach(post -> keep(post.get("uri"), post.get("cid")));

        // When
        recheck.look();

        // Then
        assertThat(room.taken).isEmpty();
        assertThat(server.heard(RECORD)).isZero();
    }

    @Test
    void whatIsGoneIsMarkedOnce() {
        // Given
        keep("at://did:plc:bob/app.bsky.feed.post/gone", "one");

        // When
        recheck.look();
        recheck.look();

        // Then
        assertThat(room.taken).singleElement().isInstanceOfSatisfying(Inbound.Removal.class, removal -> assertThat(
                        removal.target())
                .isEqualTo(new Target.External("at://did:plc:bob/app.bsky.feed.post/gone")));
        assertThat(server.heard(RECORD)).isOne();
    }

    @Test
    void whatIsOnlyHiddenFromUsIsNotGone() {
        // Given: a block hides the post; its record is there
        keep("at://did:plc:bob/app.bsky.feed.post/hidden", "one");
        server.on(RECORD, asked -> Said.ok(Recorded.text("record")));

        // When
        recheck.look();

        // Then
        assertThat(room.taken).isEmpty();
    }

    @Test
    void anotherVersionIsAnEditAndOursAreNotCompared() {
        // Given
        var posts = recorded(null);
        keep(posts.getFirst().get("uri"), "another");
        room.unfinished.put(posts.getLast().get("uri"), Set.of());

        // When
        recheck.look();
        recheck.look();

        // Then
        assertThat(room.taken).singleElement().isInstanceOf(Inbound.Edit.class);
    }

    @Test
    void twentyFiveAreAskedForAtOnce() {
        // Given
        for (int i = 0; i < 60; i++) {
            keep("at://did:plc:bob/app.bsky.feed.post/" + i, "one");
        }
        server.on(RECORD, asked -> Said.ok(Recorded.text("record")));

        // When
        recheck.look();

        // Then
        assertThat(server.heard(POSTS)).isEqualTo(3);
    }

    private void keep(String uri, String version) {
        room.unfinished.put(uri, Set.of(version));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> recorded(List<String> uris) {
        return StreamSupport.stream(Recorded.json("posts").path("posts").spliterator(), false)
                .filter(post -> uris == null || uris.contains(post.path("uri").asText()))
                .map(post -> (Map<String, String>) Server.JSON.convertValue(post, Map.class))
                .toList();
    }
}
