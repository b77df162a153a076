package io.firth.journal;

import io.firth.conversation.Conversation;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds a whole journal again from its beginning, and compares what comes out with the rows that were kept. */
public final class Refold {

    private static final int CHUNK = 1_000;

    private Refold() {}

    /** A line for each conversation whose row is not what its interactions come to; blocks. */
    public static List<String> differences(Pool database) {
        Map<Long, ConversationRow> kept = kept(database);
        Map<Long, ConversationRow> folded = begin(kept);
        long position = 0;
        List<Recorded> chunk = read(database, position);
        while (!chunk.isEmpty()) {
            chunk.forEach(recorded -> folded.computeIfPresent(recorded.number(), (number, row) -> row(row, recorded)));
            position = chunk.getLast().position();
            chunk = read(database, position);
        }
        List<String> differences = new ArrayList<>();
        kept.forEach((number, row) -> {
            if (!row.equals(folded.get(number))) {
                differences.add("#%d is kept as %s but folds to %s".formatted(number, row, folded.get(number)));
            }
        });
        return differences;
    }

    private static Map<Long, ConversationRow> kept(Pool database) {
        Map<Long, ConversationRow> kept = new HashMap<>();
        for (var row :
                database.query("select * from conversation").execute().await().indefinitely()) {
            kept.put(
                    row.getLong("number"),
                    new ConversationRow(
                            ConversationRow.read(row).conversation(), row.getLong("number"), row.getLong("position")));
        }
        return kept;
    }

    private static Map<Long, ConversationRow> begin(Map<Long, ConversationRow> kept) {
        Map<Long, ConversationRow> begun = new HashMap<>();
        kept.forEach((number, row) -> begun.put(
                number,
                new ConversationRow(
                        Conversation.begin(
                                row.conversation().id(), row.conversation().place()),
                        number,
                        0)));
        return begun;
    }

    private static ConversationRow row(ConversationRow row, Recorded recorded) {
        return new ConversationRow(row.conversation().apply(recorded.entry()), row.number(), recorded.position());
    }

    private static List<Recorded> read(Pool database, long position) {
        return new Journal(database, null).after(position, CHUNK).await().indefinitely();
    }
}
