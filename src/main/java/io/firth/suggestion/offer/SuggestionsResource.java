package io.firth.suggestion.offer;

import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

    @GET
    @Operation(summary = "Replies that agents gave to questions like the one that waits; none where nothing is likely")
    public Uni<Suggestions> suggestions(UUID id) {
        return offering.of(id, Access.of(caller));
    }
}
