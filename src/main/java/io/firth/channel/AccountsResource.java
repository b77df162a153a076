package io.firth.channel;

import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The connected places: how they are, and for administrators how they are set up. */
@Path("/api/channels")
@RolesAllowed("agent")
class AccountsResource {

    private final AccountViews views;
    private final Setup setup;
    private final SecurityIdentity caller;

    AccountsResource(AccountViews views, Setup setup, SecurityIdentity caller) {
        this.views = views;
        this.setup = setup;
        this.caller = caller;
    }

    /** @param secrets only those that are new */
    record NewAccount(
            @NotBlank @Size(max = 20) String channel,
            @NotBlank @Size(max = 100) String name,
            @NotNull Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 10_000) String> settings,
            @NotNull Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 1_000) String> secrets) {}

    /** What is absent stays as it is; a blank secret is taken away. */
    record AccountChange(
            @Size(min = 1, max = 100) @Nullable String name,
            @Nullable Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 10_000) String> settings,
            @Nullable Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 1_000) String> secrets) {}

    /** @param id of the account whose secrets stand in for those that are not given */
    record Draft(
            @Nullable UUID id,
            @NotBlank @Size(max = 20) String channel,
            @NotNull Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 10_000) String> settings,
            @NotNull Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 1_000) String> secrets) {}

    record Trials(List<Trial> trials) {}

    record Kind(String channel, List<Field> fields) {}

    @GET
    public Uni<List<AccountView>> accounts() {
        return views.all(isAdministrator());
    }

    @GET
    @Path("/kinds")
    @RolesAllowed("administrator")
    public List<Kind> kinds() {
        return setup.kinds();
    }

    @POST
    @RolesAllowed("administrator")
    @ResponseStatus(201)
    public Uni<AccountView> add(@Valid @NotNull NewAccount account) {
        return setup.add(administrator(), account).chain(views::one);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("administrator")
    public Uni<AccountView> change(UUID id, @Valid @NotNull AccountChange change) {
        return setup.change(administrator(), id, change).chain(views::one);
    }

    /** Tries the settings out, both ways, without keeping them. */
    @POST
    @Path("/test")
    @RolesAllowed("administrator")
    public Uni<Trials> test(@Valid @NotNull Draft draft) {
        return setup.test(draft).map(Trials::new);
    }

    /** Takes nothing in any more until it is resumed. Replies still go out. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed("administrator")
    public Uni<Void> pause(UUID id) {
        return setup.pause(administrator(), id);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed("administrator")
    public Uni<Void> resume(UUID id) {
        return setup.resume(administrator(), id);
    }

    /** Its conversations stay; its secrets do not. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("administrator")
    public Uni<Void> remove(UUID id) {
        return setup.remove(administrator(), id);
    }

    private boolean isAdministrator() {
        return caller.hasRole(Role.ADMINISTRATORS);
    }

    private UUID administrator() {
        return Access.of(caller).agent();
    }
}
