package io.firth.channel.chat.widget;

import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.Attachment;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.NotFound;
import io.firth.home.Files;
import io.firth.http.foreign.Download;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The files of what a visitor wrote, and of what was written to them. */
@Path("/widget/{account}/files/{seq}/{n}")
@PermitAll
class VisitorFilesResource {

    private final Bearer bearer;
    private final Conversations conversations;
    private final Journal journal;
    private final Files files;

    VisitorFilesResource(Bearer bearer, Conversations conversations, Journal journal, Files files) {
        this.bearer = bearer;
        this.conversations = conversations;
        this.journal = journal;
        this.files = files;
    }

    /** An image is shown in its place, anything else is saved. */
    @GET
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
    public Uni<Response> file(
            String account,
            int seq,
            int n,
            @QueryParam("conversation") @Nullable UUID conversation,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return bearer.visitor(account, authorization)
                .chain(visitor -> there(visitor, conversation))
                .chain(visitor -> journal.of(
                                Objects.requireNonNull(visitor.current()).conversation(), seq - 1, 1)
                        .map(recorded -> attachment(visitor, recorded, seq, n)))
                .map(file -> Download.show(files.path(file.sha256()), file.mediaType(), file.name()));
    }

    private Uni<Visitor> there(Visitor visitor, @Nullable UUID asked) {
        var current = visitor.current();
        var id = asked == null && current != null ? current.conversation() : asked;
        if (id == null) {
            throw new NotFound("file", "without a conversation");
        }
        return conversations.of(visitor, id).map(there -> there.orElseThrow(() -> new NotFound("conversation", id)));
    }

    private static Attachment attachment(Visitor visitor, List<Recorded> recorded, int seq, int n) {
        return recorded.stream()
                .filter(each -> each.entry().seq() == seq)
                .map(each -> each.entry().interaction())
                .filter(visitor::sees)
                .map(Message.class::cast)
                .flatMap(message -> message.content().attachments().stream().skip(Math.max(0, n - 1L)))
                .findFirst()
                .filter(file -> n >= 1)
                .orElseThrow(() -> new NotFound("file", n));
    }
}
