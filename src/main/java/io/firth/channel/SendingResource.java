package io.firth.channel;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.http.foreign.Download;
import io.firth.journal.Journal;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.staff.Access;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * What became of one message on its way out. Its path is that of the interaction's files: a shorter one would never be
 * looked at.
 */
@Path("/api/conversations/{id}/interactions/{seq}")
@RolesAllowed("agent")
class SendingResource {

    private final Deliveries deliveries;
    private final Journal journal;
    private final Writer writer;
    private final List<Channel> channels;
    private final SecurityIdentity caller;

    SendingResource(
            Deliveries deliveries,
            Journal journal,
            Writer writer,
            @All List<Channel> channels,
            SecurityIdentity caller) {
        this.deliveries = deliveries;
        this.journal = journal;
        this.writer = writer;
        this.channels = channels;
        this.caller = caller;
    }

    /** Sends once more what was not sent, or may not have been: a person's decision. */
    @POST
    @Path("/delivery")
    public Uni<Void> sendAgain(UUID id, int seq) {
        var access = Access.of(caller);
        var order = new Work.Carry(
                id,
                Actor.agent(access.agent()),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                access.agent(),
                Ids.next().toString(),
                List.of(new Command.SendAgain(seq, DeliveryState.PENDING)));
        return journal.conversation(id)
                .invoke(access::require)
                .chain(conversation -> writer.write(order))
                .replaceWithVoid();
    }

    /** The message as it would have been sent. */
    @GET
    @Path("/mail")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "message/rfc822"))
    public Uni<Response> captured(UUID id, int seq) {
        var access = Access.of(caller);
        return journal.conversation(id)
                .invoke(access::require)
                .chain(conversation -> deliveries.id(id, seq).map(delivery -> channel(conversation)
                        .captured(delivery)))
                .map(file -> mail(file, seq));
    }

    private static Response mail(java.nio.file.Path file, int seq) {
        if (!Files.exists(file)) {
            throw new NotFound("captured message", seq);
        }
        return Download.save(file, "message-" + seq + ".eml");
    }

    private Channel channel(Conversation conversation) {
        return channels.stream()
                .filter(channel -> channel.type()
                        .name()
                        .equalsIgnoreCase(conversation.place().channel()))
                .findFirst()
                .orElseThrow(() -> new NotFound("channel", conversation.place().channel()));
    }
}
