package io.firth.staff.people;

import io.firth.home.Home;
import io.firth.staff.Access;
import io.firth.staff.Directory;
import io.firth.staff.Gate;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

@Path("/api/me")
class MeResource {

    private final Profile profile;
    private final Directory directory;
    private final Home home;
    private final SecurityIdentity identity;

    MeResource(Profile profile, Directory directory, Home home, SecurityIdentity identity) {
        this.profile = profile;
        this.directory = directory;
        this.home = home;
        this.identity = identity;
    }

    @GET
    public Uni<Me> show() {
        var access = Access.of(identity);
        return profile.of(access.agent()).map(person -> me(person, access.role()));
    }

    @PATCH
    public Uni<Me> change(@Valid @NotNull ProfileChange change) {
        return profile.change(Access.of(identity).agent(), Gate.session(identity), change)
                .call(directory::refresh)
                .chain(() -> show());
    }

    private Me me(Profile.Own own, Role role) {
        var zone = own.zone() == null ? home.zone().getId() : own.zone();
        return new Me(own.id(), own.name(), own.email(), role, own.teams(), zone);
    }

    /** @param role what the asker may do now; with a key it may be less than the agent may */
    record Me(UUID id, String name, String email, Role role, List<UUID> teams, String zone) {}
}
