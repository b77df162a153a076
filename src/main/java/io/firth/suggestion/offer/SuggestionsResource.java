package io.firth.suggestion.offer;

import io.firth.conversation.Interaction.SuggestionDismissed;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replies offered to whoever answers a conversation. */
@Path("/api/conversations/{id}/suggestions")
@RolesAllowed(Role.AGENTS)
@Tag(name = "Suggestions")
class SuggestionsResource {

    private final Offering offering;
    private final SecurityIdentity caller;

    SuggestionsResource(Offering offering, SecurityIdentity caller) {
        this.offering = offering;
        this.caller = caller;
    }

    /** @param suggested the {@code seq} that came with the offers */
    record Dismissal(@Min(1) int suggested, @NotNull UUID answer) {}

    @POST
    @Operation(
            summary = "Replies that agents gave to questions like the one that waits",
            description =
                    "None where nobody waits or nothing is likely. What is offered is noted in the conversation, once for"
                            + " each message of the customer: ask only for what will be shown.")
    public Uni<Suggestions> offer(UUID id) {
        return offering.offer(id, Access.of(caller));
    }

    @POST
    @Path("/dismissals")
    @Operation(summary = "Say that what was offered does not help; it comes later from now on")
    public Uni<Void> dismiss(UUID id, @Valid @NotNull Dismissal dismissal) {
        var dismissed = new SuggestionDismissed(dismissal.suggested(), dismissal.answer());
        return offering.dismiss(id, Access.of(caller), dismissed);
    }
}
