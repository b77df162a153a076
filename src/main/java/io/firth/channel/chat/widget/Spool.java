package io.firth.channel.chat.widget;

import io.firth.channel.chat.visitor.Uploads.Ticket;
import io.firth.home.Files;
import io.firth.http.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Where the bytes of an upload stand until all of them have come and are known to be what they should be. */
@Singleton
class Spool {

    private final Vertx vertx;
    private final Files files;

    Spool(Vertx vertx, Files files) {
        this.vertx = vertx;
        this.files = files;
    }

    /** A file that has come. @param as what it turned out to be */
    record Kept(Ticket as, String sha256) {}

    /** Fails with a {@link Problem} where the bytes are too many, or are not of a kind that is taken. Keeps nothing then. */
    Uni<Kept> take(HttpServerRequest request, Ticket ticket) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.fileSystem().createTempFile("firth-upload", "").toCompletionStage())
                .chain(draft -> Uni.createFrom()
                        .completionStage(() -> fill(request, ticket, draft).toCompletionStage())
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(filled -> keep(Path.of(draft), ticket))
                        .onTermination()
                        .call(() -> drop(draft)));
    }

    private Uni<Void> drop(String draft) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem().delete(draft).toCompletionStage());
    }

    private Future<Void> fill(HttpServerRequest request, Ticket ticket, String draft) {
        return vertx.fileSystem()
                .open(draft, new OpenOptions().setWrite(true))
                .compose(file ->
                        request.pipe().endOnFailure(true).endOnSuccess(true).to(new Capped(file, ticket)));
    }

    private Kept keep(Path draft, Ticket ticket) {
        try (var beginning = java.nio.file.Files.newInputStream(draft);
                var whole = java.nio.file.Files.newInputStream(draft)) {
            var type = FileTypes.of(ticket.mediaType(), beginning.readNBytes(FileTypes.BEGINNING))
                    .orElseThrow(UploadRoute::unknownType);
            var stored = files.store(whole);
            return new Kept(new Ticket(ticket.id(), ticket.name(), type, stored.size()), stored.sha256());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
