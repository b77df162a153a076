package io.firth.inbox.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.inbox.Kind;
import io.firth.inbox.upload.Upload;
import io.firth.inbox.upload.Uploads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One draft an agent and conversation.
 *
 * <p>A draft is over when what it held was accepted: whoever asks for it is told so by the journal itself, so that a draft never
 * comes back after its reply, whatever became of the process that wanted to delete it.
 */
@Singleton
public class Drafts {

    private static final String UNSENT = """
            from draft d where not exists (
              select from interaction i join conversation c on c.number = i.conversation
              where c.id = d.conversation and i.seq > d.base_seq and i.at >= d.saved_at
                and i.actor_kind = 'agent' and i.actor = d.agent
                and i.type = case d.kind when 'reply' then 'message' else 'note' end)""";

    private static final String PUT = """
            insert into draft (agent, conversation, kind, text, html, recipients, uploads, base_seq, saved_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (agent, conversation) do update set kind = excluded.kind, text = excluded.text,
            html = excluded.html, recipients = excluded.recipients, uploads = excluded.uploads,
            base_seq = excluded.base_seq, saved_at = excluded.saved_at""";

    /** More than a row of a list can show. */
    private static final int SHOWN = 200;

    private static final int MOST = 500;

    /** @param text how it begins */
    record Listed(UUID conversation, Kind kind, String text, Instant savedAt) {}

    private final Pool pool;
    private final Uploads uploads;
    private final ObjectMapper json;
    private final Event<DraftChanged> changed;

    Drafts(Pool pool, Uploads uploads, ObjectMapper json, Event<DraftChanged> changed) {
        this.pool = pool;
        this.uploads = uploads;
        this.json = json;
        this.changed = changed;
    }

    /** All there are, for whoever shows that they are there. */
    public Uni<List<DraftChanged>> unsent() {
        return pool.query("select d.agent, d.conversation, d.saved_at " + UNSENT)
                .execute()
                .map(rows -> {
                    var unsent = new ArrayList<DraftChanged>();
                    rows.forEach(row -> unsent.add(new DraftChanged(
                            row.getUUID(0),
                            row.getUUID(1),
                            row.getOffsetDateTime(2).toInstant())));
                    return unsent;
                });
    }

    /** An agent's own, as lists show them: the one saved last comes first. */
    Uni<List<Listed>> of(UUID agent) {
        return pool.preparedQuery("select d.conversation, d.kind, left(d.text, %d) as beginning, d.saved_at %s%s"
                        .formatted(SHOWN, UNSENT, " and d.agent = $1 order by d.saved_at desc limit " + MOST))
                .execute(Tuple.of(agent))
                .map(rows -> {
                    var listed = new ArrayList<Listed>();
                    rows.forEach(row -> listed.add(listed(row)));
                    return listed;
                });
    }

    private static Listed listed(Row row) {
        return new Listed(
                row.getUUID("conversation"),
                kind(row),
                row.getString("beginning"),
                row.getOffsetDateTime("saved_at").toInstant());
    }

    private static Kind kind(Row row) {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    /** One of this kind was accepted at {@code at}. What was saved after that is another draft. */
    public Uni<Void> discard(UUID agent, UUID conversation, Kind kind, Instant at) {
        return pool.preparedQuery(
                        "delete from draft where agent = $1 and conversation = $2 and kind = $3 and saved_at <= $4")
                .execute(Tuple.of(agent, conversation, word(kind), at.atOffset(ZoneOffset.UTC)))
                .invoke(rows -> discarded(agent, conversation, rows.rowCount()))
                .replaceWithVoid();
    }

    Uni<Void> discard(UUID agent, UUID conversation) {
        return pool.preparedQuery("delete from draft where agent = $1 and conversation = $2")
                .execute(Tuple.of(agent, conversation))
                .invoke(rows -> discarded(agent, conversation, rows.rowCount()))
                .replaceWithVoid();
    }

    private void discarded(UUID agent, UUID conversation, int drafts) {
        if (drafts > 0) {
            changed.fire(new DraftChanged(agent, conversation, null));
        }
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Null where there is none. */
    Uni<@Nullable Draft> find(UUID agent, UUID conversation) {
        return pool.preparedQuery("select d.* " + UNSENT + " and d.agent = $1 and d.conversation = $2")
                .execute(Tuple.of(agent, conversation))
                .map(RowSet::iterator)
                .chain(rows -> rows.hasNext() ? draft(agent, rows.next()) : none());
    }

    /** Replaces the one before. Files that are not there, or not any more, are left out. */
    Uni<Draft> put(UUID agent, UUID conversation, DraftsResource.NewDraft draft) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return uploads.those(agent, draft.files()).chain(files -> {
            var kept = draft.kept(files, now);
            return write(agent, conversation, kept).replaceWith(kept);
        });
    }

    private Uni<Void> write(UUID agent, UUID conversation, Draft draft) {
        var binds = Tuple.tuple()
                .addUUID(agent)
                .addUUID(conversation)
                .addString(word(draft.kind()))
                .addString(draft.text())
                .addString(draft.html())
                .addValue(envelope(draft))
                .addValue(draft.attachments().stream().map(Upload::id).toArray(UUID[]::new))
                .addInteger(draft.baseSeq())
                .addValue(draft.savedAt().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(PUT)
                .execute(binds)
                .invoke(() -> changed.fire(new DraftChanged(agent, conversation, draft.savedAt())))
                .replaceWithVoid();
    }

    private JsonObject envelope(Draft draft) {
        try {
            return new JsonObject(json.writeValueAsString(draft.envelope()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Uni<@Nullable Draft> draft(UUID agent, Row row) {
        return uploads.those(agent, List.of(row.getArrayOfUUIDs("uploads"))).map(files -> draft(row, files));
    }

    private Draft draft(Row row, List<Upload> files) {
        var envelope = envelope(row.getJsonObject("recipients").encode());
        return new Draft(
                kind(row),
                row.getString("text"),
                row.getString("html"),
                envelope.to(),
                envelope.cc(),
                envelope.bcc(),
                files,
                envelope.forward(),
                envelope.then(),
                row.getInteger("base_seq"),
                row.getOffsetDateTime("saved_at").toInstant());
    }

    private Draft.Envelope envelope(String stored) {
        try {
            return json.readValue(stored, Draft.Envelope.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Uni<@Nullable Draft> none() {
        return Uni.createFrom().nullItem();
    }
}
