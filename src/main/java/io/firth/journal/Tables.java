package io.firth.journal;

import io.firth.conversation.Entry;
import io.firth.journal.Changes.NewAccepted;
import io.firth.journal.Changes.NewContact;
import io.firth.journal.Changes.NewDelivery;
import io.firth.journal.Changes.NewEarly;
import io.firth.journal.Changes.NewQuarantine;
import io.firth.journal.Changes.NewTimer;
import io.firth.journal.Known.Spot;
import io.firth.journal.Known.ThreadKey;
import io.vertx.core.buffer.Buffer;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables that the writer adds to; the conversation's own is with its {@linkplain ConversationRow row}. */
final class Tables {

    record EntryRow(
            long position,
            long number,
            Entry entry,
            @Nullable UUID raw,
            boolean imported) {}

    static final Table<EntryRow> INTERACTION = Table.<EntryRow>named("interaction")
            .column("position", "bigint", Long.class, EntryRow::position)
            .column("conversation", "bigint", Long.class, EntryRow::number)
            .column("seq", "int", Integer.class, row -> row.entry().seq())
            .column(
                    "type",
                    "text",
                    String.class,
                    row -> InteractionJson.type(row.entry().interaction()))
            .column("public", "boolean", Boolean.class, row -> row.entry()
                    .interaction()
                    .isPublic())
            .column(
                    "at",
                    "timestamptz",
                    OffsetDateTime.class,
                    row -> ConversationRow.time(row.entry().at()))
            .column(
                    "actor_kind",
                    "text",
                    String.class,
                    row -> ConversationRow.word(row.entry().actor().kind()))
            .column("actor", "uuid", UUID.class, row -> row.entry().actor().id())
            .json("body", row -> InteractionJson.write(row.entry().interaction()))
            .column("raw", "uuid", UUID.class, EntryRow::raw)
            .column("imported", "boolean", Boolean.class, EntryRow::imported);

    static final Table<Raw> RAW = Table.<Raw>named("raw")
            .column("id", "uuid", UUID.class, Raw::id)
            .column("account", "uuid", UUID.class, Raw::account)
            .column("channel", "text", String.class, Raw::channel)
            .column("at", "timestamptz", OffsetDateTime.class, raw -> ConversationRow.time(raw.at()))
            .column("sender", "text", String.class, raw -> storable(raw.from()))
            .json(
                    "recipients",
                    raw -> InteractionJson.write(
                            raw.to().stream().map(Tables::storable).toList()))
            .column("size", "bigint", Long.class, Raw::size)
            .column("sha256", "text", String.class, Raw::sha256)
            .column("bytes", "bytea", Buffer.class, raw -> buffer(raw.bytes()))
            .onConflict("do nothing");

    static final Table<NewContact> CONTACT = Table.<NewContact>named("contact")
            .column("id", "uuid", UUID.class, NewContact::id)
            .column("name", "text", String.class, contact -> contact.address().name())
            .column("created_at", "timestamptz", OffsetDateTime.class, contact -> ConversationRow.time(contact.at()));

    /** An agent may have given the address to somebody in this moment; then it is theirs. */
    static final Table<NewContact> IDENTITY = Table.<NewContact>named("identity")
            .column("kind", "text", String.class, contact -> contact.address().kind())
            .column("value", "text", String.class, contact -> contact.address().value())
            .column("contact", "uuid", UUID.class, NewContact::id)
            .onConflict("do nothing");

    static final Table<NewAccepted> ACCEPTED = Table.<NewAccepted>named("accepted")
            .column("source", "uuid", UUID.class, row -> row.key().source())
            .column("key", "text", String.class, row -> row.key().key())
            .column("conversation", "uuid", UUID.class, row -> row.accepted().conversation())
            .column("first_seq", "int", Integer.class, row -> row.accepted().firstSeq())
            .column("last_seq", "int", Integer.class, row -> row.accepted().lastSeq());

    /** The message that a key names takes it from those that only spoke of it. */
    static final Table<Map.Entry<ThreadKey, Spot>> THREAD_KEY = Table.<Map.Entry<ThreadKey, Spot>>named("thread_key")
            .column("account", "uuid", UUID.class, row -> row.getKey().account())
            .column("key", "text", String.class, row -> row.getKey().key())
            .column("conversation", "uuid", UUID.class, row -> row.getValue().conversation())
            .column("seq", "int", Integer.class, row -> row.getValue().seq())
            .onConflict("""
                (account, key) do update set conversation = excluded.conversation, seq = excluded.seq
                where thread_key.seq is null and excluded.seq is not null""");

    static final Table<NewEarly> EARLY = Table.<NewEarly>named("early")
            .column("account", "uuid", UUID.class, row -> row.news().account())
            .column("key", "text", String.class, NewEarly::key)
            .column("target", "text", String.class, row -> NewsJson.target(row.news()))
            .column("kind", "text", String.class, row -> NewsJson.kind(row.news()))
            .json("news", row -> NewsJson.write(row.news()))
            .column("raw", "uuid", UUID.class, NewEarly::raw)
            .onConflict("do nothing");

    static final Table<Cursor> CURSOR = Table.<Cursor>named("channel_cursor")
            .column("account", "uuid", UUID.class, Cursor::account)
            .column("folder", "text", String.class, Cursor::folder)
            .column("value", "text", String.class, Cursor::value)
            .onConflict("(account, folder) do update set value = excluded.value, saved_at = now()");

    static final Table<NewDelivery> DELIVERY = Table.<NewDelivery>named("delivery")
            .column("id", "uuid", UUID.class, NewDelivery::id)
            .column("conversation", "uuid", UUID.class, NewDelivery::conversation)
            .column("seq", "int", Integer.class, NewDelivery::seq)
            .column("account", "uuid", UUID.class, row -> row.place().account())
            .column("channel", "text", String.class, row -> row.place().channel())
            .column("state", "text", String.class, row -> "pending")
            .column("due", "timestamptz", OffsetDateTime.class, row -> ConversationRow.time(row.at()))
            .column("created_at", "timestamptz", OffsetDateTime.class, row -> ConversationRow.time(row.at()));

    static final Table<NewTimer> TIMER = Table.<NewTimer>named("timer")
            .column("conversation", "uuid", UUID.class, NewTimer::conversation)
            .column("kind", "text", String.class, row -> Timers.SNOOZE)
            .column("due", "timestamptz", OffsetDateTime.class, row -> ConversationRow.time(row.due()))
            .onConflict("(conversation, kind) do update set due = excluded.due, claimed_until = null");

    static final Table<NewQuarantine> QUARANTINE = Table.<NewQuarantine>named("quarantine")
            .column("raw", "uuid", UUID.class, row -> row.raw().id())
            .column("reason", "text", String.class, NewQuarantine::reason)
            .column(
                    "tried_at",
                    "timestamptz",
                    OffsetDateTime.class,
                    row -> ConversationRow.time(row.raw().at()))
            .onConflict("(raw) do update set reason = excluded.reason, tried_at = now(), tries = quarantine.tries + 1");

    private Tables() {}

    /** PostgreSQL has no place for NUL; without it, whatever comes can at least be set aside. */
    private static String storable(String envelope) {
        return envelope.replace("\0", "");
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
