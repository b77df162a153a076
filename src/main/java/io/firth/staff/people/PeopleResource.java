package io.firth.staff.people;

import io.firth.http.Line;
import io.firth.staff.Access;
import io.firth.staff.Directory;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/people")
class PeopleResource {

    private final People people;
    private final Directory directory;
    private final SecurityIdentity identity;

    PeopleResource(People people, Directory directory, SecurityIdentity identity) {
        this.people = people;
        this.directory = directory;
        this.identity = identity;
    }

    @GET
    public Uni<List<Person>> list() {
        return people.all();
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Invited> invite(@Valid @NotNull NewPerson form) {
        return people.invite(form, Access.of(identity).agent()).call(directory::refresh);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Person> change(UUID id, @Valid @NotNull PersonChange change) {
        return people.change(id, change, Access.of(identity).agent()).call(directory::refresh);
    }

    @POST
    @Path("/{id}/invitation")
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Link> inviteAgain(UUID id) {
        return people.link(id, Invitation.INVITATION, Access.of(identity).agent())
                .map(Link::new);
    }

    @POST
    @Path("/{id}/reset")
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Link> reset(UUID id) {
        return people.link(id, Invitation.RESET, Access.of(identity).agent()).map(Link::new);
    }

    record NewPerson(
            @NotNull @Line @Email @Size(max = 254) String email,
            @NotNull @Line @Size(max = 200) String name,
            @NotNull Role role,
            @Nullable List<UUID> teams) {}

    /** @param link opens once; shown now and never again */
    record Invited(Person person, String link) {}

    /** @param link opens once */
    record Link(String link) {}
}
