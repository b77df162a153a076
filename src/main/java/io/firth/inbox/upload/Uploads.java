package io.firth.inbox.upload;

import io.firth.conversation.Attachment;
import io.firth.conversation.Refused;
import io.firth.home.Files;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agents have handed over; each can be taken by its own agent only, any number of times until it expires. */
@Singleton
public class Uploads {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final Vertx vertx;
    private final Pool pool;
    private final Spool spool;
    private final Files files;
    private final Duration keep;
    private @Nullable Cancellable clock;

    Uploads(Vertx vertx, Pool pool, Spool spool, Files files, UploadConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.spool = spool;
        this.files = files;
        this.keep = config.keep();
    }

    void start(@Observes StartupEvent event) {
        clock = Multi.createFrom()
                .ticks()
                .every(PAUSE)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(
                        tick -> expire(Instant.now()).onFailure().recoverWithItem(Uploads::later))
                .subscribe()
                .with(done -> {}, failure -> Log.error("Uploads no longer expire", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        if (clock != null) {
            clock.cancel();
        }
    }

    /** Those of these that the agent has, in this order. */
    public Uni<List<Upload>> those(UUID agent, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : pool.preparedQuery("select id, name, media_type, size from upload where agent = $1 and id = any($2)")
                        .execute(Tuple.of(agent, ids.toArray(UUID[]::new)))
                        .map(Uploads::byId)
                        .map(found -> ids.stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .toList());
    }

    /**
     * As files of a message, their bytes in the store for good. Fails with {@link Refused} where one of them is not there, or
     * not any more.
     */
    public Uni<List<Attachment>> attachments(UUID agent, Collection<UUID> ids) {
        return those(agent, ids)
                .invoke(found -> requireAll(found, ids))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : vertx.executeBlocking(
                                () -> found.stream().map(this::stored).toList(), false));
    }

    Uni<Upload> add(UUID agent, Upload upload) {
        return pool.preparedQuery("insert into upload (id, agent, name, media_type, size, created_at)"
                        + " values ($1, $2, $3, $4, $5, now())")
                .execute(Tuple.of(upload.id(), agent, upload.name(), upload.mediaType(), upload.size()))
                .replaceWith(upload);
    }

    /** Forgets what has lain here for long and stands in no draft, and what nothing is known of. */
    Uni<Void> expire(Instant now) {
        var before = now.minus(keep);
        return pool.preparedQuery("delete from upload u where u.created_at < $1"
                        + " and not exists (select from draft d where u.id = any(d.uploads))")
                .execute(Tuple.of(OffsetDateTime.ofInstant(before, ZoneOffset.UTC)))
                .chain(this::known)
                .chain(known -> vertx.executeBlocking(() -> spool.sweep(known, before), false))
                .replaceWithVoid();
    }

    private Uni<Set<UUID>> known() {
        return pool.query("select id from upload").execute().map(rows -> {
            var ids = new HashSet<UUID>();
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }

    private Attachment stored(Upload upload) {
        try (var bytes = java.nio.file.Files.newInputStream(spool.path(upload.id()))) {
            var stored = files.store(bytes);
            return new Attachment(upload.name(), upload.mediaType(), stored.size(), stored.sha256(), null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void requireAll(List<Upload> found, Collection<UUID> ids) {
        if (found.size() < ids.size()) {
            throw new Refused("upload.unknown", "A file of this message is not here any more; attach it again.");
        }
    }

    private static Map<UUID, Upload> byId(RowSet<Row> rows) {
        var found = new HashMap<UUID, Upload>();
        for (var row : rows) {
            var upload = new Upload(row.getUUID(0), row.getString(1), row.getString(2), row.getLong(3));
            found.put(upload.id(), upload);
        }
        return found;
    }

    private static @Nullable Void later(Throwable failure) {
        Log.warnf("Uploads expire later: %s", failure.getMessage());
        return null;
    }
}
