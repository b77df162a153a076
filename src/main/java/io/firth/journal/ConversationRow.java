package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Assignment;
import io.firth.conversation.Category;
import io.firth.conversation.Conversation;
import io.firth.conversation.Guard;
import io.firth.conversation.Ownership;
import io.firth.conversation.Parties;
import io.firth.conversation.Priority;
import io.firth.conversation.Status;
import io.firth.conversation.Turn;
import io.firth.journal.Known.Stored;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The row of a conversation: its fold, flattened.
 *
 * @param position of its last interaction
 */
record ConversationRow(Conversation conversation, long number, long position) {

    static final Table<ConversationRow> TABLE = Table.<ConversationRow>named("conversation")
            .column("number", "bigint", Long.class, ConversationRow::number)
            .column("id", "uuid", UUID.class, of(Conversation::id))
            .column("account", "uuid", UUID.class, of(c -> c.place().account()))
            .column("channel", "text", String.class, of(c -> c.place().channel()))
            .column("contact", "uuid", UUID.class, of(c -> c.place().contact()))
            .column("subject", "text", String.class, of(c -> c.place().subject()))
            .column("related", "uuid", UUID.class, of(c -> c.place().related()))
            .column("external_ref", "text", String.class, of(c -> c.place().externalRef()))
            .column("seq", "int", Integer.class, of(Conversation::seq))
            .column("status", "text", String.class, of(c -> c.status().id()))
            .column("category", "text", String.class, of(c -> word(c.status().category())))
            .column("snoozed_until", "timestamptz", OffsetDateTime.class, of(c -> time(c.snoozedUntil())))
            .column(
                    "ownership",
                    "text",
                    String.class,
                    of(c -> word(c.assignment().ownership())))
            .column("assignee", "uuid", UUID.class, of(c -> c.assignment().agent()))
            .column("team", "uuid", UUID.class, of(c -> c.assignment().team()))
            .column("priority", "text", String.class, of(c -> word(c.priority())))
            .json("labels", row -> InteractionJson.write(row.conversation().labels()))
            .json(
                    "verified",
                    row -> InteractionJson.write(row.conversation().parties().verified()))
            .json(
                    "unverified",
                    row -> InteractionJson.write(row.conversation().parties().unverified()))
            .column("last_public_seq", "int", Integer.class, of(c -> c.guard().lastPublicSeq()))
            .column("last_customer_seq", "int", Integer.class, of(c -> c.guard().lastCustomerSeq()))
            .column("last_reply_seq", "int", Integer.class, of(c -> c.guard().lastReplySeq()))
            .column(
                    "last_reply_kind",
                    "text",
                    String.class,
                    of(c -> replyKind(c.guard().lastReplyBy())))
            .column(
                    "last_reply_by",
                    "uuid",
                    UUID.class,
                    of(c -> replyId(c.guard().lastReplyBy())))
            .column("other_reply_seq", "int", Integer.class, of(c -> c.guard().otherReplySeq()))
            .column(
                    "waiting_since",
                    "timestamptz",
                    OffsetDateTime.class,
                    of(c -> time(c.turn().waitingSince())))
            .column(
                    "began_at",
                    "timestamptz",
                    OffsetDateTime.class,
                    of(c -> time(c.turn().beganAt())))
            .column(
                    "last_activity_at",
                    "timestamptz",
                    OffsetDateTime.class,
                    of(c -> time(c.turn().lastActivityAt())))
            .column("preview", "text", String.class, of(c -> c.turn().preview()))
            .column("preview_by", "text", String.class, of(c -> word(c.turn().previewBy())))
            .column("preview_seq", "int", Integer.class, of(c -> c.turn().previewSeq()))
            .column("merged_into", "uuid", UUID.class, of(Conversation::mergedInto))
            .column("position", "bigint", Long.class, ConversationRow::position)
            .replacingBy("number");

    static Stored read(Row row) {
        return new Stored(
                new Conversation(
                        row.getUUID("id"),
                        new Conversation.Place(
                                row.getUUID("account"),
                                row.getString("channel"),
                                row.getUUID("contact"),
                                row.getString("subject"),
                                row.getUUID("related"),
                                row.getString("external_ref")),
                        row.getInteger("seq"),
                        new Status(row.getString("status"), word(Category.class, row.getString("category"))),
                        instant(row, "snoozed_until"),
                        new Assignment(
                                word(Ownership.class, row.getString("ownership")),
                                row.getUUID("assignee"),
                                row.getUUID("team")),
                        word(Priority.class, row.getString("priority")),
                        new TreeSet<>(List.of(InteractionJson.read(String[].class, json(row, "labels")))),
                        new Parties(addresses(row, "verified"), addresses(row, "unverified")),
                        new Guard(
                                row.getInteger("last_public_seq"),
                                row.getInteger("last_customer_seq"),
                                row.getInteger("last_reply_seq"),
                                lastReplyBy(row),
                                row.getInteger("other_reply_seq")),
                        new Turn(
                                instant(row, "waiting_since"),
                                row.getOffsetDateTime("began_at").toInstant(),
                                row.getOffsetDateTime("last_activity_at").toInstant(),
                                row.getString("preview"),
                                word(Actor.Kind.class, row.getString("preview_by")),
                                row.getInteger("preview_seq")),
                        row.getUUID("merged_into")),
                row.getLong("number"));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Function<ConversationRow, @Nullable Object> of(Function<Conversation, @Nullable Object> value) {
        return row -> value.apply(row.conversation());
    }

    private static @Nullable String replyKind(@Nullable Actor actor) {
        return actor == null ? null : word(actor.kind());
    }

    private static @Nullable UUID replyId(@Nullable Actor actor) {
        return actor == null ? null : actor.id();
    }

    private static @Nullable Actor lastReplyBy(Row row) {
        var kind = row.getString("last_reply_kind");
        return kind == null ? null : new Actor(word(Actor.Kind.class, kind), row.getUUID("last_reply_by"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static List<Address> addresses(Row row, String column) {
        return List.of(InteractionJson.read(Address[].class, json(row, column)));
    }

    /** The client hands jsonb out as its own JSON types, whose text is JSON again. */
    private static String json(Row row, String column) {
        return String.valueOf(row.getValue(column));
    }
}
