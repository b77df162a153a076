package io.firth.inbox.message;

import io.firth.conversation.Ids;
import io.firth.inbox.Item;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Messages as agents write them. A request with the key of an earlier one is carried out once and answered alike. */
@Path("/api/conversations")
@RolesAllowed(Role.AGENTS)
class MessagesResource {

    private final Sending sending;
    private final SecurityIdentity caller;

    MessagesResource(Sending sending, SecurityIdentity caller) {
        this.sending = sending;
        this.caller = caller;
    }

    /** Begins a conversation. */
    @POST
    @ResponseStatus(201)
    public Uni<Item> begin(
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) @Nullable String key,
            @Valid @NotNull Beginning beginning) {
        return sending.begin(Access.of(caller), once(key), beginning);
    }

    @POST
    @Path("/{id}/messages")
    @ResponseStatus(201)
    public Uni<Outcome.Sent> send(
            UUID id,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) @Nullable String key,
            @Valid @NotNull NewMessage message) {
        return sending.send(id, Access.of(caller), once(key), message);
    }

    private static String once(@Nullable String key) {
        return key == null ? Ids.next().toString() : key;
    }
}
