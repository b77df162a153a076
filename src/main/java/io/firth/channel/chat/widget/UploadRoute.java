package io.firth.channel.chat.widget;

import io.firth.channel.chat.visitor.Uploads;
import io.firth.channel.chat.visitor.Uploads.Ticket;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.NotFound;
import io.firth.http.Problem;
import io.firth.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Takes the bytes of a file, piece by piece, so that they are never in memory together. It stands before the endpoints, whose
 * bodies are short.
 */
@Singleton
class UploadRoute {

    /** After the check of the origin, before the endpoints. */
    private static final int FIRST = -800;

    private final Bearer bearer;
    private final Uploads uploads;
    private final Spool spool;
    private final Problems problems;

    UploadRoute(Bearer bearer, Uploads uploads, Spool spool, Problems problems) {
        this.bearer = bearer;
        this.uploads = uploads;
        this.spool = spool;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.put(Addresses.WIDGET + ":account/uploads/:id").order(FIRST).handler(this::take);
    }

    /** The request waits, unread, until it is known whose it is. */
    private void take(RoutingContext context) {
        context.request().pause();
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Uni.createFrom()
                .deferred(() -> bearer.visitor(context.pathParam("account"), authorization))
                .chain(visitor -> open(context, visitor).chain(ticket -> fill(context.request(), visitor, ticket)))
                .subscribe()
                .with(filled -> answer(context, filled), failure -> refuse(context, failure));
    }

    private Uni<Ticket> open(RoutingContext context, Visitor visitor) {
        var id = id(context.pathParam("id"));
        return uploads.open(id, visitor.id()).map(ticket -> ticket.orElseThrow(() -> new NotFound("open upload", id)));
    }

    private Uni<Ticket> fill(HttpServerRequest request, Visitor visitor, Ticket ticket) {
        return spool.take(request, ticket).chain(kept -> uploads.filled(visitor.id(), kept.as(), kept.sha256())
                .map(first -> {
                    if (!first) {
                        throw new NotFound("open upload", ticket.id());
                    }
                    return kept.as();
                }));
    }

    private static void answer(RoutingContext context, Ticket filled) {
        var file = new JsonObject()
                .put("id", filled.id().toString())
                .put("name", filled.name())
                .put("media_type", filled.mediaType())
                .put("size", filled.size());
        context.response()
                .setStatusCode(201)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(file.encode());
    }

    /** What was not read of the body stands in the way of the next request. */
    private void refuse(RoutingContext context, Throwable failure) {
        if (!context.response().closed()) {
            problems.answer(context, problems.of(failure).withHeader("Connection", "close"));
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("open upload", text);
        }
    }

    static Problem tooLarge(Ticket ticket) {
        return new Problem(
                413, "upload.too_large", "This file is too large", "It was to have %d bytes.".formatted(ticket.size()));
    }

    static Problem unknownType() {
        return new Problem(
                415,
                "upload.type",
                "Files of this kind are not taken",
                "The file is none of the kinds that may be sent, or is not what it is called.");
    }
}
