package io.firth.channel.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.channel.bluesky.Server.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** What the real network answered, in {@code src/test/resources/channel/bluesky}; names and addresses were made short. */
final class Recorded {

    private Recorded() {}

    static String text(String name) {
        try (var in = Recorded.class.getResourceAsStream("/channel/bluesky/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no recording " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(String name) {
        try {
            return Server.JSON.readTree(text(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A refusal, whose status was recorded with it. */
    static Said refusal(String name) {
        return Said.ok(text(name)).as(json(name).path("status").asInt());
    }

    /** The post with these words. */
    static JsonNode post(String words) {
        return StreamSupport.stream(json("posts").path("posts").spliterator(), false)
                .filter(post -> post.path("record").path("text").asText().contains(words))
                .findFirst()
                .orElseThrow();
    }
}
