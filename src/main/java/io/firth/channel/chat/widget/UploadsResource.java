package io.firth.channel.chat.widget;

import io.firth.channel.chat.site.ChatLimits;
import io.firth.channel.chat.visitor.Uploads;
import io.firth.channel.chat.visitor.Uploads.Ticket;
import io.firth.http.Problem;
import io.firth.http.Rate;
import io.firth.http.foreign.Clean;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets for files: who sends it, what it is called, and how long it may be. The bytes follow at the ticket's address. */
@Path("/widget/{account}/uploads")
@PermitAll
class UploadsResource {

    private static final int PER_MINUTE = 20;

    private final Bearer bearer;
    private final Uploads uploads;
    private final Rate rate = new Rate(PER_MINUTE, System::nanoTime);

    UploadsResource(Bearer bearer, Uploads uploads) {
        this.bearer = bearer;
        this.uploads = uploads;
    }

    record Wanted(
            @NotBlank @Size(max = 400) String name,
            @Positive long size,
            @NotNull @Size(max = 120) String mediaType) {}

    record Given(UUID id, String url, Instant expiresAt) {}

    @POST
    public Uni<Response> ticket(
            String account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Valid @NotNull Wanted file) {
        if (file.size() > ChatLimits.LARGEST_FILE) {
            throw new Problem(
                    413,
                    "upload.too_large",
                    "This file is too large",
                    "A file may have %d bytes.".formatted(ChatLimits.LARGEST_FILE));
        }
        var name = Clean.fileName(file.name());
        var type = file.mediaType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bearer.visitor(account, authorization)
                .chain(visitor -> rate.mayGo(visitor.id().toString())
                        ? uploads.ticket(visitor.id(), name.isEmpty() ? "file" : name, type, file.size())
                        : Uni.createFrom().failure(tooMany(60)))
                .map(ticket -> ticket.orElseThrow(() -> tooMany(3600)))
                .map(ticket -> given(account, ticket));
    }

    private static Response given(String account, Ticket ticket) {
        var url = "/widget/%s/uploads/%s".formatted(account, ticket.id());
        return Response.status(Response.Status.CREATED)
                .entity(new Given(ticket.id(), url, Instant.now().plus(Uploads.TICKET)))
                .build();
    }

    private static Problem tooMany(long seconds) {
        return new Problem(429, "upload.too_many", "That were many files", "Wait a while before you send another.")
                .retryAfter(seconds);
    }
}
