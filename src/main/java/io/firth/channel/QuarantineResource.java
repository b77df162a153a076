package io.firth.channel;

import io.firth.channel.Quarantine.Kept;
import io.firth.http.Problem;
import io.firth.http.foreign.Download;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What arrived and could not be understood. It may be anybody's, so supervisors look after it. */
@Path("/api/quarantine")
@RolesAllowed("supervisor")
class QuarantineResource {

    private final Quarantine quarantine;
    private final List<Channel> channels;

    QuarantineResource(Quarantine quarantine, @All List<Channel> channels) {
        this.quarantine = quarantine;
        this.channels = channels;
    }

    record Understood(UUID conversation) {}

    @GET
    public Uni<List<Kept>> open() {
        return quarantine.open();
    }

    /** Reads it again, as a newer version may be able to. */
    @POST
    @Path("/{id}/retry")
    public Uni<Understood> retry(UUID id) {
        return quarantine
                .input(id)
                .chain(input -> channel(input).readAgain(input))
                .map(QuarantineResource::understood);
    }

    @GET
    @Path("/{id}/raw")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
    public Uni<Response> raw(UUID id) {
        return quarantine.input(id).map(input -> Download.save(input.bytes(), id + ".eml"));
    }

    private static Understood understood(Accepted accepted) {
        var conversation = accepted.conversation();
        if (conversation == null) {
            throw new Problem(
                    422,
                    "quarantine.still",
                    "It still cannot be understood",
                    "It stays where it is; the reason is in the list.");
        }
        return new Understood(conversation);
    }

    private Channel channel(RawInput input) {
        return channels.stream()
                .filter(channel -> channel.type() == input.type())
                .findFirst()
                .orElseThrow(() -> new Problem(
                        422,
                        "channel.gone",
                        "There is no such channel",
                        "This version cannot read " + input.type() + "."));
    }
}
