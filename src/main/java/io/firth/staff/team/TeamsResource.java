package io.firth.staff.team;

import io.firth.conversation.NotFound;
import io.firth.http.Line;
import io.firth.staff.Access;
import io.firth.staff.Directory;
import io.firth.staff.Role;
import io.firth.staff.Team;
import io.firth.staff.audit.Audit;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/teams")
class TeamsResource {

    private final Mutiny.SessionFactory database;
    private final Teams teams;
    private final Members members;
    private final Audit audit;
    private final Directory directory;
    private final SecurityIdentity identity;

    TeamsResource(
            Mutiny.SessionFactory database,
            Teams teams,
            Members members,
            Audit audit,
            Directory directory,
            SecurityIdentity identity) {
        this.database = database;
        this.teams = teams;
        this.members = members;
        this.audit = audit;
        this.directory = directory;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Role.WALLS)
    public List<Item> list() {
        return directory.teams().stream().map(Item::of).toList();
    }

    @POST
    @RolesAllowed(Role.ADMINISTRATORS)
    @ResponseStatus(201)
    public Uni<Item> add(@Valid @NotNull NewTeam form) {
        return database.withStatelessTransaction((session, tx) -> teams.add(session, form.name(), form.restricted())
                        .call(row -> put(session, row.id, form.change()))
                        .call(row -> note(session, identity, "team.added", row)))
                .chain(row -> refreshed(row.id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Item> change(UUID id, @Valid @NotNull TeamChange change) {
        return database.withStatelessTransaction((session, tx) -> teams.change(session, id, change)
                        .call(row -> put(session, row.id, change))
                        .call(row -> note(session, identity, "team.changed", row)))
                .chain(row -> refreshed(row.id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Void> close(UUID id) {
        return database.withStatelessTransaction((session, tx) ->
                        teams.close(session, id).call(row -> note(session, identity, "team.closed", row)))
                .chain(directory::refresh);
    }

    private Uni<Void> put(Mutiny.StatelessSession session, UUID team, TeamChange change) {
        var agents = change.members();
        var accounts = change.accounts();
        return Uni.createFrom()
                .voidItem()
                .chain(() -> agents == null ? Uni.createFrom().voidItem() : members.putTeam(session, team, agents))
                .chain(() ->
                        accounts == null ? Uni.createFrom().voidItem() : teams.putAccounts(session, team, accounts));
    }

    private Uni<Void> note(Mutiny.StatelessSession session, SecurityIdentity identity, String action, TeamRow row) {
        return audit.record(session, Access.of(identity).agent(), action, row.name);
    }

    private Uni<Item> refreshed(UUID id) {
        return directory
                .refresh()
                .map(done -> directory.team(id).map(Item::of).orElseThrow(() -> new NotFound("team", id)));
    }

    record NewTeam(
            @NotNull @Line @Size(max = 100) String name,
            boolean restricted,
            @Nullable List<UUID> members,
            @Nullable List<UUID> accounts) {

        TeamChange change() {
            return new TeamChange(null, null, members, accounts);
        }
    }

    /** @param accounts which accounts are kept for this team's members */
    record Item(UUID id, String name, boolean restricted, Set<UUID> members, Set<UUID> accounts) {

        static Item of(Team team) {
            return new Item(team.id(), team.name(), team.restricted(), team.members(), team.accounts());
        }
    }
}
