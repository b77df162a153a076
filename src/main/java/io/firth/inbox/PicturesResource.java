package io.firth.inbox;

import io.firth.conversation.Interaction;
import io.firth.http.foreign.Download;
import io.firth.staff.Access;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Pictures that a message only names. */
@Path("/api/conversations/{id}/interactions/{seq}/images")
@RolesAllowed("agent")
class PicturesResource {

    private final Reading reading;
    private final RemotePictures pictures;
    private final SecurityIdentity caller;

    PicturesResource(Reading reading, RemotePictures pictures, SecurityIdentity caller) {
        this.reading = reading;
        this.pictures = pictures;
        this.caller = caller;
    }

    /** @param src a {@code data-remote-src} of that message's HTML, and nothing else */
    @GET
    @APIResponse(responseCode = "200", content = @Content(mediaType = "image/*"))
    public Uni<Response> picture(UUID id, int seq, @QueryParam("src") @DefaultValue("") @Size(max = 8_000) String src) {
        return reading.interaction(id, seq, Access.of(caller))
                .map(recorded -> html(recorded.entry().interaction()))
                .chain(html -> pictures.fetch(html, src))
                .map(picture -> Download.picture(picture.bytes(), picture.mediaType()));
    }

    private static @Nullable String html(Interaction interaction) {
        return switch (interaction) {
            case Interaction.Message message -> message.content().html();
            case Interaction.Note note -> note.content().html();
            case Interaction.Edited edited -> edited.content().html();
            default -> null;
        };
    }
}
