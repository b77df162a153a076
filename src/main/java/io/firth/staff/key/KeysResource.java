package io.firth.staff.key;

import io.firth.http.Line;
import io.firth.staff.Access;
import io.firth.staff.Directory;
import io.firth.staff.Role;
import io.firth.staff.audit.Audit;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/keys")
@RolesAllowed(Role.ADMINISTRATORS)
class KeysResource {

    private final Mutiny.SessionFactory database;
    private final ApiKeys keys;
    private final Audit audit;
    private final Directory directory;
    private final SecurityIdentity identity;

    KeysResource(
            Mutiny.SessionFactory database, ApiKeys keys, Audit audit, Directory directory, SecurityIdentity identity) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.directory = directory;
        this.identity = identity;
    }

    @GET
    public Uni<List<ApiKeys.Item>> list() {
        return database.withStatelessSession(keys::all);
    }

    @POST
    @ResponseStatus(201)
    public Uni<ApiKeys.Fresh> add(@Valid @NotNull NewKey form) {
        var agent = Access.of(identity).agent();
        return database.withStatelessTransaction((session, tx) -> keys.add(session, form.name(), form.role(), agent)
                .call(() -> audit.record(session, agent, "key.added", form.name())));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> end(UUID id) {
        var agent = Access.of(identity).agent();
        return database.withStatelessTransaction((session, tx) ->
                        keys.end(session, id).call(row -> audit.record(session, agent, "key.ended", row.name)))
                .chain(row -> directory.accessEnded(row.agent));
    }

    record NewKey(
            @NotNull @Line @Size(max = 100) String name,
            @NotNull Role role) {}
}
