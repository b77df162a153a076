package io.firth.live;

import io.firth.http.Problem;
import io.firth.inbox.View;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a page can subscribe to. */
sealed interface Stream {

    /** The conversations of a view, as they change. */
    record Feed(View view) implements Stream {
        @Override
        public String word() {
            return FEED + view.word();
        }
    }

    /** What happens in one conversation. */
    record OfConversation(UUID id) implements Stream {
        @Override
        public String word() {
            return CONVERSATION + id;
        }
    }

    /** What concerns the agent: counts and read marks. */
    record Me() implements Stream {
        @Override
        public String word() {
            return "me";
        }
    }

    /** Who is at which conversation. */
    record Presences() implements Stream {
        @Override
        public String word() {
            return "presence";
        }
    }

    /** The live board of a team, or of all. */
    record Board(@Nullable UUID team) implements Stream {
        @Override
        public String word() {
            return BOARD + (team == null ? "all" : team);
        }
    }

    String FEED = "feed:";
    String BOARD = "board:";
    String CONVERSATION = "conversation:";

    /** Its name on the wire. */
    String word();

    /** Fails with a problem for what is no stream. */
    static Stream parse(String word) {
        if (word.startsWith(FEED)) {
            return new Feed(View.parse(word.substring(FEED.length())));
        }
        if (word.startsWith(CONVERSATION)) {
            return new OfConversation(id(word, CONVERSATION));
        }
        if (word.startsWith(BOARD)) {
            return new Board(word.equals(BOARD + "all") ? null : id(word, BOARD));
        }
        return switch (word) {
            case "me" -> new Me();
            case "presence" -> new Presences();
            default -> throw unknown(word);
        };
    }

    private static UUID id(String word, String kind) {
        try {
            return UUID.fromString(word.substring(kind.length()));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(word);
        }
    }

    private static Problem unknown(String word) {
        return new Problem(400, "stream.unknown", "There is no such stream", "There is no stream called " + word + ".");
    }
}
