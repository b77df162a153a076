package io.firth.inbox.macro;

import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The caller's macros, and those for everybody. */
@Path("/api/macros")
@RolesAllowed(Role.AGENTS)
class MacrosResource {

    private final Macros macros;
    private final SecurityIdentity caller;

    MacrosResource(Macros macros, SecurityIdentity caller) {
        this.macros = macros;
        this.caller = caller;
    }

    @GET
    public Uni<List<Macro>> all() {
        return macros.of(access().agent());
    }

    @POST
    @ResponseStatus(201)
    public Uni<Macro> add(@Valid @NotNull MacroChange macro) {
        return macros.add(access(), macro);
    }

    /** Takes the whole macro as it is to be. */
    @PATCH
    @Path("/{id}")
    public Uni<Macro> change(UUID id, @Valid @NotNull MacroChange macro) {
        return macros.change(access(), id, macro);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(UUID id) {
        return macros.remove(access(), id);
    }

    private Access access() {
        return Access.of(caller);
    }
}
