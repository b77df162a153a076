package io.firth.staff.key;

import io.firth.http.Caller;
import io.firth.staff.Gate;
import io.firth.staff.SessionCookie;
import io.firth.staff.Token;
import io.firth.staff.signin.Patience;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Lets a screen on the wall in, which nobody signs in at: whoever hangs it up opens a link with its key once. */
@Path("/api/wall")
@PermitAll
class WallResource {

    private final Gate gate;
    private final Patience patience;
    private final Caller caller;
    private final SessionCookie cookie;

    WallResource(Gate gate, Patience patience, Caller caller, SessionCookie cookie) {
        this.gate = gate;
        this.patience = patience;
        this.caller = caller;
        this.cookie = cookie;
    }

    /** @param key of the role {@code wall} */
    record Key(@NotBlank @Size(max = 200) String key) {}

    /** Answers 401 where the key opens nothing, or more than a wall. */
    @POST
    public Uni<Response> open(@Valid @NotNull Key form, @Context HttpServerRequest request) {
        var token = new Token(form.key());
        var address = caller.address(request);
        patience.attempt(address, "wall " + address);
        return gate.wall(token)
                .invoke(wall -> patience.succeeded(address, "wall " + address))
                .map(wall -> Response.noContent()
                        .header("Set-Cookie", cookie.set(request, token))
                        .build());
    }
}
