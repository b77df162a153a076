package io.firth.inbox.status;

import io.firth.conversation.Category;
import io.firth.inbox.status.Statuses.NamedStatus;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The statuses that conversations can stand in. */
@Path("/api/statuses")
@RolesAllowed("administrator")
class StatusesResource {

    private final Statuses statuses;

    StatusesResource(Statuses statuses) {
        this.statuses = statuses;
    }

    record NewStatus(
            @NotBlank @Size(max = 60) String name, @NotNull Category category) {}

    record StatusChange(
            @Nullable @Size(max = 60) @Pattern(regexp = "(?s).*\\S.*")
            String name,

            @Nullable Integer rank) {}

    @GET
    @RolesAllowed("agent")
    public Uni<List<NamedStatus>> all() {
        return statuses.all();
    }

    @POST
    @ResponseStatus(201)
    public Uni<NamedStatus> add(@Valid @NotNull NewStatus status) {
        return statuses.add(status.name(), status.category());
    }

    @PATCH
    @Path("/{id}")
    public Uni<NamedStatus> change(String id, @Valid @NotNull StatusChange change) {
        return statuses.change(id, change.name(), change.rank());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(String id) {
        return statuses.remove(id);
    }
}
