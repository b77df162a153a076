package io.firth.inbox;

import io.firth.conversation.Attachment;
import io.firth.conversation.Interaction;
import io.firth.conversation.NotFound;
import io.firth.home.Files;
import io.firth.http.foreign.Download;
import io.firth.journal.Raw;
import io.firth.journal.Raws;
import io.firth.journal.Recorded;
import io.firth.staff.Access;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The files of a conversation: attachments, and messages as they came in. */
@Path("/api/conversations/{id}/interactions/{seq}")
@RolesAllowed("agent")
class FilesResource {

    private final Reading reading;
    private final Raws raws;
    private final Files files;
    private final SecurityIdentity caller;

    FilesResource(Reading reading, Raws raws, Files files, SecurityIdentity caller) {
        this.reading = reading;
        this.raws = raws;
        this.files = files;
        this.caller = caller;
    }

    /** With the parameter {@code inline}, even without a value, an image may be shown in its place. */
    @GET
    @Path("/attachments/{n}")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
    @Parameter(
            name = "inline",
            in = ParameterIn.QUERY,
            allowEmptyValue = true,
            schema = @Schema(type = SchemaType.STRING))
    public Uni<Response> attachment(UUID id, int seq, int n, @Context UriInfo asked) {
        var inline = asked.getQueryParameters().containsKey("inline");
        return reading.interaction(id, seq, Access.of(caller))
                .map(recorded -> attachment(recorded, n))
                .map(attachment -> inline
                        ? Download.show(files.path(attachment.sha256()), attachment.mediaType(), attachment.name())
                        : Download.save(files.path(attachment.sha256()), attachment.name()));
    }

    @GET
    @Path("/raw")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
    public Uni<Response> raw(UUID id, int seq) {
        return reading.interaction(id, seq, Access.of(caller))
                .chain(recorded -> raws.of(id, seq))
                .map(raw -> Download.save(bytes(raw), "message-" + seq + ".eml"));
    }

    private Object bytes(Raw raw) {
        var inRow = raw.bytes();
        return inRow == null ? files.path(String.valueOf(raw.sha256())) : inRow;
    }

    private static Attachment attachment(Recorded recorded, int n) {
        var attachments =
                switch (recorded.entry().interaction()) {
                    case Interaction.Message message -> message.content().attachments();
                    case Interaction.Note note -> note.content().attachments();
                    case Interaction.Edited edited -> edited.content().attachments();
                    default -> List.<Attachment>of();
                };
        if (n < 1 || n > attachments.size()) {
            throw new NotFound("attachment", n);
        }
        return attachments.get(n - 1);
    }
}
