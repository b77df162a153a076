package io.firth.staff.people;

import io.firth.http.Caller;
import io.firth.http.Line;
import io.firth.staff.Access;
import io.firth.staff.Gate;
import io.firth.staff.signin.Patience;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

@Path("/api/session")
class SessionResource {

    private final SignIn signIn;
    private final Patience patience;
    private final Entrance entrance;
    private final Caller caller;
    private final SecurityIdentity identity;

    SessionResource(SignIn signIn, Patience patience, Entrance entrance, Caller caller, SecurityIdentity identity) {
        this.signIn = signIn;
        this.patience = patience;
        this.entrance = entrance;
        this.caller = caller;
        this.identity = identity;
    }

    @POST
    @PermitAll
    public Uni<Response> begin(@Valid @NotNull Credentials form, @Context HttpServerRequest request) {
        var address = caller.address(request);
        var account = Agents.address(form.email());
        patience.attempt(address, account);
        return signIn.verify(account, form.password())
                .invoke(agent -> patience.succeeded(address, account))
                .chain(signIn::begin)
                .map(token -> entrance.open(request, token));
    }

    @DELETE
    public Uni<Response> end(@Context HttpServerRequest request) {
        return signIn.end(Access.of(identity).agent(), Gate.session(identity))
                .replaceWith(() -> entrance.close(request));
    }

    record Credentials(
            @NotNull @Line @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password) {}
}
